import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { extra, ROOT } from "./installed.ts";
import { needed, type Proof } from "./proof.ts";
import { mustRun } from "./run.ts";

const COMPILERS = [
  // The oldest that is promised: before it, the declarations of openapi-fetch are in error.
  { name: "TypeScript 5.4", file: extra("typescript-5.4", "typescript/bin/tsc") },
  { name: "TypeScript 5.9", file: extra("typescript-5.9", "typescript/bin/tsc") },
  { name: "TypeScript 7", file: join(ROOT, "node_modules/typescript/bin/tsc") },
];
const RESOLUTIONS = [
  { moduleResolution: "bundler", module: "ESNext" },
  { moduleResolution: "nodenext", module: "NodeNext" },
];
/** What a user may have switched on; libraries are checked too. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
};
/** The client, on what every runtime has; the kit, on Node, which its declarations speak of. */
const PROGRAMS = [
  { file: "types.ts", options: { target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] } },
  {
    file: "kit.ts",
    options: { target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"], types: ["node"] },
    // Older compilers do not read the declarations of Node themselves.
    not: "TypeScript 5.4",
  },
];

/** Type-checks what a user writes, with every compiler and in both ways of finding modules. */
export async function proveTypes({ step }: Proof, { folder }: Consumer): Promise<void> {
  for (const { name, file } of COMPILERS) {
    for (const resolution of RESOLUTIONS) {
      for (const { file: source, options, not } of PROGRAMS) {
        if (not === name) continue;
        await step(`types: ${source}`, `${name}, ${resolution.moduleResolution}`, async () => {
          const compilerOptions = { ...STRICT, ...resolution, ...options };
          const config = `tsconfig.${source}.json`;
          await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files: [source] }));
          await mustRun([process.execPath, needed(file, name), "-p", config], { cwd: folder });
          return "no error";
        });
      }
    }
  }
}
