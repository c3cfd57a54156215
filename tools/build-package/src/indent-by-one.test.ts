import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { indentByOne } from "./indent-by-one.ts";

it("indents declarations by one space a level, and nothing else", async () => {
  const dist = await temporaryFolder();
  const given = [
    "export interface A {",
    "    /**",
    "     * Says:",
    "     *     code",
    "     */",
    "    a: {",
    '        b: "    ";',
    "    };",
    "}",
  ].join("\n");
  await writeFile(join(dist, "a.d.ts"), given);
  await writeFile(join(dist, "a.js"), given);

  await indentByOne(dist);

  expect(await readFile(join(dist, "a.js"), "utf8")).toBe(given);
  expect((await readFile(join(dist, "a.d.ts"), "utf8")).split("\n")).toEqual([
    "export interface A {",
    " /**",
    "  * Says:",
    "  *     code",
    "  */",
    " a: {",
    '  b: "    ";',
    " };",
    "}",
  ]);
});
