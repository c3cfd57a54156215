import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { bundleModules } from "./bundle-modules.ts";
import type { Chosen } from "./manifest.ts";

const FILES = {
  "package.json": '{ "type": "module", "imports": { "#own": "./src/own.ts" } }',
  "src/part.ts": "export const part = (longName: number) => longName + 1;",
  "src/own.ts": "export const own = [1];",
  "src/run.ts":
    'import "./part.ts"; import { a } from "./a.ts"; import { b } from "./b.ts"; import { c } from "./c.ts"; a(b + c);',
  "src/a.ts": 'import { part } from "./part.ts"; export const a = (given: number) => part(given);',
  "src/b.ts": "export const b = 7;",
  "src/c.ts": "export const c = 8;",
  "node_modules/brought/package.json":
    '{ "type": "module", "sideEffects": false, "exports": { ".": "./index.js", "./later": "./later.js" }, "imports": { "#host": { "node": "./host.node.js", "default": "./host.web.js" } } }',
  "node_modules/brought/index.js":
    'export { host } from "./host.js"; export const brought = 2; export const unused = 3;',
  "node_modules/brought/later.js": 'export const late = () => import("#host");',
  "node_modules/brought/host.js": 'export { host } from "#host";',
  "node_modules/brought/host.node.js": 'export const host = "node";',
  "node_modules/brought/host.web.js": 'export const host = "web";',
};
const MARKS: Readonly<Record<string, RegExp>> = { part: /const part =/, a: /const a =/, b: /= 7/, c: /= 8/ };
const LIBRARY = { dependencies: ["installed"], isProgram: false, chosen: {}, folders: [] };
const CHOSEN = { "#host": { node: "./dist/host.node.js", default: "./dist/host.web.js" } };

interface Given {
  readonly entries?: readonly string[];
  readonly path?: readonly string[];
  readonly isProgram?: boolean;
  readonly chosen?: Chosen;
}

async function bundle(source: string, given: Given = {}) {
  const modules = await bundleAll({ "src/index.ts": source }, given);
  return modules.find(({ file }) => file === "index.js")?.code ?? "";
}

async function bundleAll(
  sources: Readonly<Record<string, string>>,
  { path = Object.keys(sources), entries = Object.keys(sources), ...given }: Given = {},
) {
  const directory = await temporaryFolder();
  for (const [name, text] of Object.entries({ ...FILES, ...sources })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  return bundleModules(directory, { ...LIBRARY, ...given, entries }, path);
}

describe("a published module", () => {
  it.each([
    {
      of: "a package that is installed",
      given: 'export { a } from "installed/sub";',
      want: '"installed/sub"',
    },
    { of: "Node", given: 'export { join } from "node:path";', want: '"node:path"' },
    {
      of: "what depends on where it runs",
      given: 'export { host } from "brought";',
      chosen: CHOSEN,
      want: '"#host"',
    },
    {
      of: "a file that is no module",
      given: 'export { default as data } from "../data.json" with { type: "json" };',
      want: '"../data.json" with { type: "json" }',
    },
  ])("leaves an import of $of: $want", async ({ given, chosen = {}, want }) => {
    expect(await bundle(given, { chosen })).toContain(`from ${want}`);
  });

  it.each([
    { of: "a file", given: 'export { part } from "./part.ts";', want: /const part = \((\w+)\) => \1 \+ 1/ },
    { of: "what the package names", given: 'export { own } from "#own";', want: /= \[1\]/ },
    {
      of: "a package that is not installed, and no more of it than is used",
      given: 'export { brought } from "brought";',
      want: /^(?!.*= 3).*= 2/s,
    },
    {
      of: "a function that is never called",
      given: "export function kept() { return function named(longName: string) { return longName; }; }",
      want: /function kept\(\) \{\s*return function named\((\w+)\)/,
    },
  ])("holds the code of $of", async ({ given, want }) => {
    const code = await bundle(given);
    expect(code).toMatch(want);
    expect(code).not.toMatch(/\bfrom\b/);
  });

  it.each([
    { what: "a file that is not there", given: 'export { a } from "./nowhere.ts";', want: /nowhere/ },
    { what: "a name that is not exported", given: 'export { no } from "./part.ts";', want: /"?no"? .*part/s },
    {
      what: "what depends on where it runs, if its package.json does not say so",
      given: 'export { host } from "brought";',
      want: /publishConfig.imports lacks it, as \{"#host"/,
    },
    {
      what: "what depends on other conditions",
      given: 'export { host } from "brought";',
      chosen: { "#host": { browser: "./dist/host.web.js", default: "./dist/host.node.js" } },
      want: "#host is chosen by browser, default, and was written for node, default",
    },
    {
      what: "a name that nothing imports",
      given: 'export { brought } from "brought";',
      chosen: CHOSEN,
      want: "publishConfig.imports has #host, which nothing imports",
    },
  ])("is not made of $what", async ({ given, chosen = {}, want }) => {
    await expect(bundle(given, { chosen })).rejects.toThrow(want);
  });
});

test.each([
  { imported: "at once", given: 'export { host } from "brought";' },
  { imported: "later", given: 'export { late } from "brought/later";' },
])("of what depends on where it runs and is imported $imported, each module is a file", async ({ given }) => {
  const modules = await bundleAll({ "src/index.ts": given }, { chosen: CHOSEN });
  expect(modules.map(({ file }) => file).sort()).toEqual(["host.node.js", "host.web.js", "index.js"]);
});

test("modules of a library have what they share with the first from there, and what is imported later is a file of its own", async () => {
  const modules = await bundleAll({
    "src/index.ts":
      'import { a } from "./a.ts"; import { b } from "./b.ts"; export const use = () => a(b); export const late = () => import("./c.ts");',
    "src/second.ts":
      'import { a } from "./a.ts"; import { own } from "./own.ts"; export const second = a(own.length);',
    "src/third.ts":
      'import { b } from "./b.ts"; import { own } from "./own.ts"; export const third = [b, own];',
  });
  const holding = (code: RegExp) =>
    modules.filter((module) => code.test(module.code)).map(({ file }) => file);
  expect(modules.map(({ file }) => file).sort()).toEqual([
    "c.js",
    "index.js",
    "second-shared.js",
    "second.js",
    "third.js",
  ]);
  for (const code of [/const part =/, /const a =/]) expect(holding(code)).toEqual(["index.js"]);
  expect(holding(/export \{.*\blate\b.*\buse\b/)).toEqual(["index.js"]);
  expect(holding(/= \[1\]/)).toEqual(["second-shared.js"]);
  expect(holding(/= 8/)).toEqual(["c.js"]);
});

test("what modules of a library import later shares a file, without what its first brings", async () => {
  const modules = await bundleAll(
    {
      "src/index.ts":
        'import { a } from "./a.ts"; export const use = () => a(1); export const late = () => [import("./first.ts"), import("./next.ts")];',
      "src/first.ts":
        'import { a } from "./a.ts"; import { own } from "./own.ts"; export const first = a(own.length);',
      "src/next.ts":
        'import { own } from "./own.ts"; import { b } from "./b.ts"; export const next = [b, own];',
      "src/other.ts": 'export { b } from "./b.ts"; export { c } from "./c.ts"',
      "src/third.ts": 'export { c } from "./c.ts"',
    },
    {
      path: ["src/index.ts", "later", "src/other.ts", "src/third.ts"],
      entries: ["src/index.ts", "src/other.ts", "src/third.ts"],
    },
  );
  const holding = (code: RegExp) =>
    modules.filter((module) => code.test(module.code)).map(({ file }) => file);
  expect(holding(/const a =/)).toEqual(["index.js"]);
  for (const code of [/= \[1\]/, /= 7/]) expect(holding(code)).toEqual(["later-shared.js"]);
  expect(holding(/= 8/)).toEqual(["other-shared.js"]);
});

test("modules of a program share what they import, and what is imported later is a file of its own", async () => {
  const modules = await bundleAll(
    {
      "src/index.ts": 'export { own } from "./own.ts"; export const late = () => import("./part.ts");',
      "src/deep/cli.ts": 'import { own } from "../own.ts"; console.log(own);',
    },
    { path: [], isProgram: true },
  );
  const holding = (code: RegExp) =>
    modules.filter((module) => code.test(module.code)).map(({ file }) => file);
  expect(holding(/= \[1\]/)).toEqual([expect.stringMatching(/^own-.+\.js$/)]);
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
  const bundled = (path: readonly string[]) => bundleAll(entries, { path, isProgram: true });

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
      const holding = modules.filter(({ code }) => MARKS[name]?.test(code));
      expect(holding.map((module) => module.file)).toEqual([expect.stringMatching(file)]);
    }
  });

  test("are modules of the package", async () => {
    await expect(bundled(["src/nowhere.ts"])).rejects.toThrow("nothing imports src/nowhere.ts");
  });
});
