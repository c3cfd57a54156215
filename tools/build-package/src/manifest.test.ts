import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { readManifest } from "./manifest.ts";

const manifestOf = async (publishConfig: unknown) => {
  const directory = await temporaryFolder();
  await writeFile(join(directory, "package.json"), JSON.stringify({ publishConfig }));
  return readManifest(directory);
};
const read = async (publishConfig: unknown) => (await manifestOf(publishConfig)).entries;

describe("the published modules", () => {
  it.each([
    { given: { exports: { ".": "./dist/index.js" } }, want: ["src/index.ts"] },
    {
      given: {
        exports: {
          ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
          "./data.json": "./data.json",
        },
      },
      want: ["src/index.ts"],
    },
    {
      given: {
        exports: { ".": "./dist/index.js", "./a": "./dist/a/b.js" },
        imports: { "#hash": { node: "./dist/hash.node.js", default: "./dist/hash.web.js" } },
      },
      want: ["src/index.ts", "src/a/b.ts"],
    },
    {
      given: { exports: { ".": "./dist/index.js" }, bin: { acme: "./dist/cli.js" } },
      want: ["src/index.ts", "src/cli.ts"],
    },
    { given: undefined, want: [] },
  ])("$given → $want", async ({ given, want }) => {
    expect(await read(given)).toEqual(want);
  });
});

it.each([
  { given: { bin: { acme: "./dist/cli.js" } }, want: true },
  { given: { exports: { ".": "./dist/index.js" } }, want: false },
])("a package with a command is a program: $given", async ({ given, want }) => {
  const directory = await temporaryFolder();
  await writeFile(join(directory, "package.json"), JSON.stringify({ publishConfig: given }));
  expect((await readManifest(directory)).isProgram).toBe(want);
});

it.each([
  { given: { imports: { "#hash": { node: "./dist/a.js", default: "./dist/b.js" } } }, want: ["#hash"] },
  { given: {}, want: [] },
])("what depends on where it runs is chosen by condition: $given", async ({ given, want }) => {
  const directory = await temporaryFolder();
  await writeFile(join(directory, "package.json"), JSON.stringify({ publishConfig: given }));
  expect(Object.keys((await readManifest(directory)).chosen)).toEqual(want);
});

it.each([
  { given: { ".": "./dist/index.js", "./specs/*": "./dist/specs/*" }, want: ["specs"] },
  { given: { "./specs/*": "./specs/*" }, want: [] },
])("the folders of data in $given: $want", async ({ given, want }) => {
  expect((await manifestOf({ exports: given })).folders).toEqual(want);
});
