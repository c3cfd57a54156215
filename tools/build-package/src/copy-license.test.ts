import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { copyLicense, packagesOf } from "./copy-license.ts";

it.each([
  { given: ["/a/src/b.ts"], want: [] },
  { given: ["/a/node_modules/b/index.js"], want: [{ name: "b", folder: "/a/node_modules/b" }] },
  {
    given: ["/a/node_modules/b/1.js", "/a/node_modules/b/2.js"],
    want: [{ name: "b", folder: "/a/node_modules/b" }],
  },
  {
    given: ["/a/node_modules/.pnpm/@b+c@1.0.0/node_modules/@b/c/lib/d.js"],
    want: [{ name: "@b/c", folder: "/a/node_modules/.pnpm/@b+c@1.0.0/node_modules/@b/c" }],
  },
])("$given: $want", ({ given, want }) => {
  expect(packagesOf(given)).toEqual(want);
});

it.each([
  { second: "A's words", want: undefined },
  { second: "B's words", want: "B's words" },
])("of two licences, A's words and $second, the second is $want", async ({ second, want }) => {
  const root = await temporaryFolder();
  for (const [name, text] of Object.entries({ a: "A's words", b: second })) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, "LICENSE"), text);
    await copyLicense({ name, folder: join(root, name) }, join(root, "dist"));
  }
  expect(await readFile(join(root, "dist/a/LICENSE"), "utf8")).toBe("A's words");
  expect(await readFile(join(root, "dist/b/LICENSE"), "utf8").catch(() => undefined)).toBe(want);
});
