import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { bringAlong } from "./bring-along.ts";

/** A package of the workspace, and one that is installed for it. */
const PACKAGES = {
  "engine/package.json":
    '{ "exports": { ".": "./src/index.ts", "./sub": "./src/deep/sub.ts", "./unbuilt": "./src/unbuilt.ts" } }',
  "engine/src/index.ts": "",
  "engine/src/deep/sub.ts": "",
  "engine/src/unbuilt.ts": "",
  "engine/dist/index.d.ts":
    'import { C } from "parts";\nexport { Shared } from "./shared.js";\n/** What it says. */\nexport type A = C;\nexport type Unused = 1;\n',
  "engine/dist/shared.d.ts": "export interface Shared { s: 1 }\n",
  "engine/dist/deep/sub.d.ts": 'import type { Shared } from "../shared.js";\nexport type B = Shared;\n',
  "engine/node_modules/parts/package.json": '{ "main": "./index.cjs" }',
  "engine/node_modules/parts/index.cjs": "",
  "engine/node_modules/parts/index.d.cts": "export interface C { c: 1 }\nexport interface Unasked { d: 1 }\n",
  "engine/node_modules/parts/LICENSE": "parts'",
};

async function brought(given: Readonly<Record<string, string>>) {
  const directory = await temporaryFolder();
  for (const [name, text] of Object.entries({ ...PACKAGES, ...given })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  await mkdir(join(directory, "node_modules/@acme"), { recursive: true });
  await symlink(join(directory, "engine"), join(directory, "node_modules/@acme/engine"), "junction");
  await bringAlong(directory, { dependencies: ["installed"] });
  const dist = join(directory, "dist");
  const names = (await readdir(dist, { recursive: true })).filter((name) => /\.d\.ts$|LICENSE$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(dist, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index]]));
}

test("what declarations name of packages that are no dependencies comes along, with the licences, and no more", async () => {
  expect(
    await brought({
      "dist/index.d.ts":
        'import { type A as Mine, Shared } from "@acme/engine";\n/** @example\n * import { x } from "user";\n */\nexport { Mine };\nexport type { D } from "installed/sub";\n',
      "dist/deep/own.d.ts": 'export type B = import("@acme/engine/sub").B;\nexport * from "../index.js";\n',
    }),
  ).toEqual({
    "index.d.ts":
      'import { type A as Mine, Shared } from "./engine/index.js";\n/** @example\n * import { x } from "user";\n */\nexport { Mine };\nexport type { D } from "installed/sub";\n',
    "deep/own.d.ts": 'export type B = import("../engine/sub.js").B;\nexport * from "../index.js";\n',
    "engine/index.d.ts": expect.stringMatching(
      /^(?!.*(Unused|Unasked)).*interface C.*\/\*\* What it says\. \*\/\ntype A = C.*export/s,
    ),
    "engine/sub.d.ts": expect.stringContaining("type B = Shared"),
    "engine/shared/shared.d.ts": expect.stringContaining("interface Shared"),
    "parts/LICENSE": "parts'",
  });
});

test("a package that needs nobody else's stays as it is", async () => {
  const given = 'export type { D } from "installed/sub";\n';
  expect(await brought({ "dist/index.d.ts": given })).toEqual({ "index.d.ts": given });
});

describe("it is not made of", () => {
  it.each([
    { what: "a package that is not there", given: 'export { a } from "nowhere";\n', want: /nowhere/ },
    {
      what: "a name that is not there",
      given: 'export { Gone } from "@acme/engine";\n',
      want: /"Gone" is not exported/,
    },
    {
      what: "a package of the workspace that is not built",
      given: 'export { a } from "@acme/engine/unbuilt";\n',
      want: "@acme/engine/unbuilt is not built: `pnpm turbo run build` builds what a package needs",
    },
    {
      what: "a whole package",
      given: 'import * as engine from "@acme/engine";\n',
      want: "@acme/engine is imported as a whole: name what is needed of it",
    },
  ])("$what", async ({ given, want }) => {
    await expect(brought({ "dist/index.d.ts": given })).rejects.toThrow(want);
  });
});
