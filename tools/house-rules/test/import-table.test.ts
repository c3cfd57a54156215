import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readFiles, type SourceFile } from "./source-files.ts";

/** The table of `design`: what the shipped source of a room may import beyond its own folder and Node. */
const TABLE = [
  { from: /^tools\/[^/]+\/(src|test)\//, mayNot: /^(@settled\/|packages\/)/ },
  { from: /^packages\/runtime\/src\/(?!.*\.test\.ts)/, may: /^openapi-fetch$/ },
  { from: /^packages\/[^/]+-client\/src\//, may: /^@settled\/runtime(\/(testing|validate))?$/ },
  // An example imports its own package, as a user does; of other clients there is no need.
  { from: /^packages\/[^/]+-client\/test\//, may: /^(@settled\/(conformance|runtime)(\/.*)?|vitest)$/ },
  { from: /^packages\/conformance\//, mayNot: /^(@settled\/|packages\/(?!conformance\/)|tools\/)/ },
];

describe("every import is one that the table allows", () => {
  const files = [...readFiles("packages/*/{src,test}/**/*.ts"), ...readFiles("tools/*/{src,test}/**/*.ts")];

  test("there is something to look at", () => {
    for (const { from } of TABLE) expect(files.filter(({ path }) => from.test(path))).not.toEqual([]);
  });

  test("none breaks it", () => {
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });
});

test.each([
  {
    path: "tools/codegen/src/a.ts",
    text: 'import { x } from "@settled/runtime";',
    want: ["@settled/runtime"],
  },
  {
    path: "tools/codegen/src/a.ts",
    text: 'import "../../../packages/runtime/src/x.ts";',
    want: ["packages/runtime/src/x.ts"],
  },
  { path: "tools/codegen/src/a.ts", text: 'import ts from "typescript";', want: [] },
  { path: "packages/runtime/src/a.ts", text: 'export { x } from "ajv";', want: ["ajv"] },
  {
    path: "packages/runtime/src/a.ts",
    text: 'const x = await import("@settled/conformance");',
    want: ["@settled/conformance"],
  },
  { path: "packages/runtime/src/auth/a.ts", text: 'import { x } from "../b.ts";', want: [] },
  {
    path: "packages/acme-jobs-client/src/a.ts",
    text: 'import "@settled/other-client";',
    want: ["@settled/other-client"],
  },
  {
    path: "packages/acme-jobs-client/src/a.ts",
    text: 'import "@settled/conformance/vitest";',
    want: ["@settled/conformance/vitest"],
  },
  { path: "packages/acme-jobs-client/test/a.ts", text: 'import "@settled/conformance/vitest";', want: [] },
  {
    path: "packages/conformance/src/a.ts",
    text: 'import type { X } from "@settled/runtime";',
    want: ["@settled/runtime"],
  },
  {
    path: "packages/conformance/src/a.ts",
    text: 'import "../../runtime/src/x.ts";',
    want: ["packages/runtime/src/x.ts"],
  },
  { path: "packages/conformance/src/a.ts", text: 'import "msw";\nimport "node:fs";', want: [] },
])("in $path: $text", ({ want, ...file }) => {
  expect(forbiddenImports(file)).toEqual(want.map((target) => `${file.path}: ${target}`));
});

function forbiddenImports({ path, text }: SourceFile): string[] {
  const rules = TABLE.filter(({ from }) => from.test(path));
  return importsOf(text)
    .map((specifier) => (specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier))
    .filter(
      (target) =>
        // `#name` is a file of the package itself (Node.js, "Subpath imports").
        !/^(node:|#)/.test(target) &&
        !target.startsWith(roomOf(path)) &&
        !`${target}/`.startsWith(`${packageOf(path)}/`),
    )
    .filter((target) => rules.some(({ may, mayNot }) => mayNot?.test(target) || (may && !may.test(target))))
    .map((target) => `${path}: ${target}`);
}

function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The folder that belongs to the file's own room. */
function roomOf(path: string): string {
  return `${path.split("/").slice(0, 2).join("/")}/`;
}

/** The name under which a file's own package is published. */
function packageOf(path: string): string {
  return `@settled/${path.split("/")[1]}`;
}
