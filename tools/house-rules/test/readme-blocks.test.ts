import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, readFiles } from "./source-files.ts";
import { typeCheck } from "./typescript-5.ts";

const CONTINUES = "// Continues the first example.";

const readmes = [...readFiles("README.md"), ...readFiles("packages/*-client/README.md")];

// A stranger copies a block as it stands. What it needs of another block, it says on its first line.
test("every block of code in a README compiles", { timeout: 120_000 }, () => {
  expect(readmes.length).toBeGreaterThanOrEqual(6);
  const folder = mkdtempSync(join(ROOT, ".cache-readme-blocks-"));
  try {
    // As in a project that has installed the clients.
    mkdirSync(join(folder, "node_modules/@settled"), { recursive: true });
    for (const { path } of readFiles("packages/*-client/package.json")) {
      const directory = path.replace("/package.json", "");
      const name = directory.replace("packages/", "");
      symlinkSync(join(ROOT, directory), join(folder, "node_modules/@settled", name));
    }
    // What the text asks to install beside, and what Node brings along.
    writeFileSync(join(folder, "others.d.ts"), OTHERS);
    for (const { path, text } of readmes) {
      const blocks = blocksOf(text);
      expect(blocks.length).toBeGreaterThan(0);
      for (const [index, block] of blocks.entries()) {
        writeFileSync(join(folder, `${path.replaceAll(/\W/g, "-")}-${index + 1}.ts`), whole(block, blocks));
      }
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    expect(typeCheck(folder)).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  { given: "```ts\na;\n```\ntext\n```sh\nb\n```\n", want: ["a;\n"] },
  { given: "```ts\na;\n```\n\n```ts\nb;\n```\n", want: ["a;\n", "b;\n"] },
  { given: "no block", want: [] },
])("blocks of $given", ({ given, want }) => {
  expect(blocksOf(given)).toEqual(want);
});

function blocksOf(text: string): string[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}

/** A block with the first one before it, if it says that it continues that. */
function whole(block: string, [first = ""]: readonly string[]): string {
  return block.startsWith(CONTINUES) ? `${first}\n{\n${block}\n}\nexport {};\n` : `${block}\nexport {};\n`;
}

const OTHERS = `declare module "undici";
declare module "*/credentials";
declare module "node:fs" { export function readFileSync(path: string): Uint8Array; }
`;

const CONFIG = {
  extends: "../tsconfig.base.json",
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, noEmit: true },
  include: ["*.ts"],
};
