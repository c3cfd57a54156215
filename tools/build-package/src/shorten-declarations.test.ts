import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { shortenDeclarations } from "./shorten-declarations.ts";

it.each([
  { file: "a.d.ts", want: "export interface A {\n a: { b: 1 };\n}" },
  { file: "a.js", want: "export interface A {\n    a: {\n        b: 1;\n    };\n}" },
])("makes of $file: $want", async ({ file, want }) => {
  const dist = await temporaryFolder();
  await writeFile(join(dist, file), "export interface A {\n    a: {\n        b: 1;\n    };\n}");
  await shortenDeclarations(dist);
  expect(await readFile(join(dist, file), "utf8")).toBe(want);
});
