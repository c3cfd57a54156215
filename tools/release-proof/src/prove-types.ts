import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { extra, ROOT } from "./installed.ts";
import { needed, type Proof } from "./proof.ts";
import { mustRun } from "./run.ts";

const COMPILERS = [
  // The oldest that is promised: before it, the declarations of openapi-fetch, which each client brings along, are in
  // error (TS2344, `ResponseObjectMap`); with skipLibCheck, 5.0 reads them.
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
const EVERYWHERE = { target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"] };

/** Files that a user compiles together. */
export interface Program {
  readonly name: string;
  readonly files: readonly string[];
  readonly types?: readonly string[];
  /** What declares the platform, beside `types`; by default a browser's. */
  readonly lib?: readonly string[];
  /** A compiler that it is not for. */
  readonly not?: string;
}

/** The client, on what browsers have, and on what Node has alone; the kit, on Node, which its declarations speak of. */
const PROGRAMS: readonly Program[] = [
  { name: "types.ts", files: ["types.ts"] },
  // As @tsconfig/node… has it, and so most programs for Node: there is fetch, and no `HeadersInit`.
  { name: "node.ts", files: ["types.ts"], types: ["node"], lib: ["ES2022"], not: "TypeScript 5.4" },
  // Older compilers do not read the declarations of Node themselves.
  { name: "kit.ts", files: ["kit.ts"], types: ["node"], not: "TypeScript 5.4" },
];

/**
 * Type-checks what a user writes, with every compiler and in both ways of finding modules.
 *
 * @param which tells the compilers by their names
 */
export async function proveTypes(
  { step }: Proof,
  { folder }: Consumer,
  programs: readonly Program[] = PROGRAMS,
  which: RegExp = /./,
): Promise<void> {
  for (const { name, file } of COMPILERS.filter((compiler) => which.test(compiler.name))) {
    for (const resolution of RESOLUTIONS) {
      for (const { name: what, files, types = [], lib = EVERYWHERE.lib, not } of programs) {
        if (not === name) continue;
        await step(`types: ${what}`, `${name}, ${resolution.moduleResolution}`, async () => {
          const compilerOptions = { ...STRICT, ...resolution, ...EVERYWHERE, lib, types };
          const config = `tsconfig.${what}.json`;
          await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files }));
          await mustRun([process.execPath, needed(file, name), "-p", config], { cwd: folder });
          return "no error";
        });
      }
    }
  }
}
