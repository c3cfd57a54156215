import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { bundleModules } from "./bundle-modules.ts";

const FILES = {
  "package.json": '{ "type": "module", "imports": { "#own": "./src/own.ts", "#host": "./src/host.ts" } }',
  "src/part.ts": "export const part = (longName: number) => longName + 1;",
  "src/own.ts": "export const own = 1;",
  "src/host.ts": "export const host = 1;",
  "src/run.ts":
    'import "./part.ts"; import { a } from "./a.ts"; import { b } from "./b.ts"; import { c } from "./c.ts"; a(b + c);',
  "src/a.ts": 'import { part } from "./part.ts"; export const a = (given: number) => part(given);',
  "src/b.ts": "export const b = 7;",
  "src/c.ts": "export const c = 8;",
  "node_modules/brought/package.json": '{ "type": "module", "exports": "./index.js" }',
  "node_modules/brought/index.js": "export const brought = 2;",
};
const MANIFEST = { dependencies: ["installed"], named: { "#own": "dist/own.js" } };

async function bundle(source: string, entry = "src/index.ts") {
  const [module] = await bundleAll({ [entry]: source });
  return module?.code ?? "";
}

async function bundleAll(entries: Readonly<Record<string, string>>, path: readonly string[] = []) {
  const directory = await mkdtemp(join(tmpdir(), "bundle-"));
  for (const [name, text] of Object.entries({ ...FILES, ...entries })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  return bundleModules(directory, Object.keys(entries), MANIFEST, path);
}

describe("a published module", () => {
  it.each([
    {
      of: "a package that is installed",
      given: 'export { a } from "installed/sub";',
      want: '"installed/sub"',
    },
    { of: "Node", given: 'export { join } from "node:path";', want: '"node:path"' },
    { of: "what depends on where it runs", given: 'export { host } from "#host";', want: '"#host"' },
    { of: "what the package names", given: 'export { own } from "#own";', want: '"./own.js"' },
    {
      of: "what the package names, from a folder",
      entry: "src/deep/index.ts",
      given: 'export { own } from "#own";',
      want: '"../own.js"',
    },
    {
      of: "a file that is no module",
      given: 'export { default as data } from "../data.json" with { type: "json" };',
      want: '"../data.json" with { type: "json" }',
    },
  ])("leaves an import of $of: $want", async ({ given, entry, want }) => {
    expect(await bundle(given, entry)).toContain(`from ${want}`);
  });

  it.each([
    { of: "a file", given: 'export { part } from "./part.ts";', want: /const part = \((\w)\) => \1 \+ 1/ },
    {
      of: "a package that is not installed",
      given: 'export { brought } from "brought";',
      want: /brought = 2/,
    },
    {
      of: "what is imported later",
      given: 'export const late = () => import("./part.ts");',
      want: /\(\w\) => \w \+ 1/,
    },
    {
      of: "a function that is never called",
      given: "export function kept() { return function named(longName: string) { return longName; }; }",
      want: /function kept\(\) \{\s*return function named\((\w)\)/,
    },
  ])("holds the code of $of, with short names inside of functions alone", async ({ given, want }) => {
    const code = await bundle(given);
    expect(code).toMatch(want);
    expect(code).not.toMatch(/longName|\bfrom\b/);
  });

  it.each([
    { what: "a file that is not there", given: 'export { a } from "./nowhere.ts";', want: /nowhere/ },
    { what: "a name that is not exported", given: 'export { no } from "./part.ts";', want: /"?no"? .*part/s },
  ])("is not made of $what", async ({ given, want }) => {
    await expect(bundle(given)).rejects.toThrow(want);
  });
});

test("modules of a program share what they import, and what is imported later is a file of its own", async () => {
  const modules = await bundleAll({
    "src/index.ts": 'export { own } from "./own.ts"; export const late = () => import("./part.ts");',
    "src/deep/cli.ts": 'import { own } from "../own.ts"; console.log(own);',
  });
  const holding = (code: RegExp) =>
    modules.filter((module) => code.test(module.code)).map(({ file }) => file);
  expect(holding(/own = 1/)).toEqual([expect.stringMatching(/^own-.+\.js$/)]);
  expect(holding(/const part =/)).toEqual([expect.stringMatching(/^part-.+\.js$/)]);
  expect(holding(/export/).concat(holding(/console/))).toEqual(
    expect.arrayContaining(["index.js", "deep/cli.js"]),
  );
});

describe("the modules on the path of a usual run", () => {
  const entries = {
    "src/cli.ts": 'import { part } from "./part.ts"; part(1); await import("./run.ts");',
    "src/index.ts":
      'export { part } from "./part.ts"; export { a } from "./a.ts"; export { b } from "./b.ts"; export const late = () => import("./c.ts");',
  };
  const bundled = (path: readonly string[]) => bundleAll(entries, path);

  test.each([
    { path: [], want: { part: /^part-/, a: /^b-/, b: /^b-/, c: /^c-/ } },
    {
      path: ["src/cli.ts", "src/run.ts"],
      want: { part: /^cli-shared-/, a: /^run-shared-/, b: /^run-shared-/, c: /^c-/ },
    },
    {
      path: ["src/run.ts"],
      want: { part: /^run-shared-/, a: /^run-shared-/, b: /^run-shared-/, c: /^c-/ },
    },
  ])("bring along in one file each what others need as well: $path", async ({ path, want }) => {
    const modules = await bundled(path);
    for (const [name, file] of Object.entries(want)) {
      const holding = modules.filter(({ code }) => code.includes(`const ${name} =`));
      expect(holding.map((module) => module.file)).toEqual([expect.stringMatching(file)]);
    }
  });

  test("are modules of the package", async () => {
    await expect(bundled(["src/nowhere.ts"])).rejects.toThrow("nothing imports src/nowhere.ts");
  });
});
