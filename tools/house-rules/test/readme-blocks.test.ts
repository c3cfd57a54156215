import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, readFiles, type SourceFile } from "./source-files.ts";
import { typeCheck } from "./typescript-5.ts";

const CONTINUES = "// Continues the first example.";

// A stranger copies a block as it stands. What it needs of another block, it says on its first line.
test("every block of code in a README compiles", { timeout: 120_000 }, () => {
  const clients = readFiles("packages/*-client/package.json").map(({ path }) => dirname(path));
  const readmes = [...readFiles("README.md"), ...readFiles("packages/*-client/README.md")];
  expect(readmes.length).toBeGreaterThanOrEqual(6);
  expect(compile(readmes, { at: ".", base: "tsconfig.base.json", clients, others: BESIDE_CLIENTS })).toBe("");
});

// Its examples are about a service of nobody's, whose client codegen makes for its own tests.
test("every block of code in the README of the kit compiles", { timeout: 120_000 }, () => {
  const base = "tools/codegen/tsconfig.json";
  const clients = ["tools/codegen/fixtures/acme-jobs/golden"];
  const at = "packages/conformance";
  expect(compile(readFiles(`${at}/README.md`), { at, base, clients, others: BESIDE_THE_KIT })).toBe("");
});

test("a block that does not compile is told", { timeout: 120_000 }, () => {
  const readme = { path: "README.md", text: '```ts\nconst one: number = "one";\n```\n' };
  expect(compile([readme], { at: ".", base: "tsconfig.base.json", clients: [], others: "" })).toContain(
    "README-md-1.ts(1,7): error TS2322",
  );
});

test.each([
  { given: "```ts\na;\n```\ntext\n```sh\nb\n```\n", want: ["a;\n"] },
  { given: "```ts\na;\n```\n\n```ts\nb;\n```\n", want: ["a;\n", "b;\n"] },
  { given: "no block", want: [] },
])("blocks of $given", ({ given, want }) => {
  expect(blocksOf(given)).toEqual(want);
});

/** A project of somebody who reads a README. */
interface Project {
  /** Folder below which what is installed is found. */
  readonly at: string;
  /** Configuration of the compiler. */
  readonly base: string;
  /** Folders of the clients that are installed. */
  readonly clients: readonly string[];
  /** Declares what the text asks to install beside, what Node brings along, and what an example leaves to its reader. */
  readonly others: string;
}

/** What the compiler says of the blocks of some READMEs. */
function compile(readmes: readonly SourceFile[], { at, base, clients, others }: Project): string {
  const folder = mkdtempSync(join(ROOT, at, ".cache-readme-blocks-"));
  try {
    mkdirSync(join(folder, "node_modules/@settled"), { recursive: true });
    for (const client of clients) {
      const { name } = JSON.parse(readFileSync(join(ROOT, client, "package.json"), "utf8")) as {
        name: string;
      };
      symlinkSync(join(ROOT, client), join(folder, "node_modules", name));
    }
    writeFileSync(join(folder, "others.d.ts"), others);
    for (const { path, text } of readmes) {
      const blocks = blocksOf(text);
      expect(blocks.length).toBeGreaterThan(0);
      for (const [index, block] of blocks.entries()) {
        writeFileSync(join(folder, `${path.replaceAll(/\W/g, "-")}-${index + 1}.ts`), whole(block, blocks));
      }
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: join(ROOT, base), ...CONFIG }));
    return typeCheck(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function blocksOf(text: string): string[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}

/** A block with the first one before it, if it says that it continues that. */
function whole(block: string, [first = ""]: readonly string[]): string {
  return block.startsWith(CONTINUES) ? `${first}\n{\n${block}\n}\nexport {};\n` : `${block}\nexport {};\n`;
}

const BESIDE_CLIENTS = `declare module "undici";
declare module "*/credentials";
declare module "node:fs" { export function readFileSync(path: string): Uint8Array; }
`;

// The kit is checked from its sources, for which TypeScript 5 wants a library that later ones have in `DOM`.
const BESIDE_THE_KIT = `/// <reference lib="dom.asynciterable" />
declare const server: import("msw/node").SetupServer;
declare const url: string, headers: Headers, body: string;
`;

const CONFIG = {
  compilerOptions: {
    noUnusedLocals: false,
    noUnusedParameters: false,
    noEmit: true,
    declaration: false,
    isolatedDeclarations: false,
  },
  include: ["*.ts"],
  exclude: [],
};
