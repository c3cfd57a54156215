import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { IMPORT_TABLE } from "./import-table.ts";
import { readFiles, type SourceFile } from "./source-files.ts";

const IS_TEST = /\/test\/|\.test\.ts$/;

interface Permit {
  readonly name: string;
  /** Which files it is for. */
  readonly place: RegExp;
  readonly isForTests: boolean;
}

const PERMITS: readonly Permit[] = IMPORT_TABLE.flatMap(({ room, may, tests }) =>
  [may, tests].flatMap((rows) =>
    Object.entries(rows).flatMap(([name, folders]) =>
      folders.map((folder) => ({
        name,
        place: new RegExp(`^${room.replace("*", "[^/]+")}/${folder}(/|$)`),
        isForTests: rows === tests,
      })),
    ),
  ),
);

describe("every import is one that the table allows", () => {
  const files = [
    ...readFiles("{packages,tools}/*/*.ts"),
    ...readFiles("{packages,tools}/*/{src,test,examples}/**/*.ts"),
  ];
  const imports = files.flatMap(outerImports);

  test("none breaks it", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(isForbidden)).toEqual([]);
  });

  test("and nothing that it allows is left undone", () => {
    expect(PERMITS.filter((permit) => !imports.some((one) => allows(permit, one)))).toEqual([]);
  });
});

test.each([
  { path: "tools/codegen/src/a.ts", text: 'import "@settled/runtime";', want: ["@settled/runtime"] },
  {
    path: "tools/codegen/src/a.ts",
    text: 'import "../../../packages/runtime/src/x.ts";',
    want: ["packages/runtime/src/x.ts"],
  },
  { path: "tools/codegen/src/emit/a.ts", text: 'import ts from "typescript";', want: [] },
  { path: "tools/codegen/src/output/a.ts", text: 'import ts from "typescript";', want: ["typescript"] },
  { path: "tools/codegen/src/emit/a.ts", text: 'import x from "yaml";', want: ["yaml"] },
  { path: "tools/not-there/src/a.ts", text: 'import x from "yaml";', want: ["yaml"] },
  { path: "packages/runtime/src/a.ts", text: 'export { x } from "ajv";', want: ["ajv"] },
  {
    path: "packages/runtime/src/a.ts",
    text: 'const x = await import("@settled/conformance");',
    want: ["@settled/conformance"],
  },
  { path: "packages/runtime/src/auth/a.ts", text: 'import { x } from "../b.ts";', want: [] },
  { path: "packages/runtime/src/auth/a.ts", text: 'import "vitest";', want: ["vitest"] },
  { path: "packages/runtime/src/auth/a.test.ts", text: 'import "vitest";', want: [] },
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
  { path: "packages/acme-jobs-client/test/a.ts", text: 'import "@settled/acme-jobs-client";', want: [] },
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
  { path: "packages/conformance/src/adapters/a.ts", text: 'import "msw";\nimport "node:fs";', want: [] },
  {
    path: "packages/conformance/src/report/a.ts",
    text: 'import "entities/decode";',
    want: ["entities/decode"],
  },
  { path: "packages/conformance/src/schema/a.ts", text: 'import "ajv/dist/2020.js";', want: [] },
  { path: "packages/conformance/src/schema/a.ts", text: 'import "ajv-keywords";', want: ["ajv-keywords"] },
  { path: "packages/conformance/src/schemas/a.ts", text: 'import "ajv";', want: ["ajv"] },
])("in $path: $text", ({ want, ...file }) => {
  expect(outerImports(file).filter(isForbidden)).toEqual(want.map((target) => ({ path: file.path, target })));
});

/** What a file imports that is neither its room's nor Node's. */
interface Import {
  readonly path: string;
  readonly target: string;
}

function isForbidden(one: Import): boolean {
  return !PERMITS.some((permit) => allows(permit, one));
}

function allows({ place, name, isForTests }: Permit, { path, target }: Import): boolean {
  return place.test(path) && isOf(target, name) && (!isForTests || IS_TEST.test(path));
}

function outerImports({ path, text }: SourceFile): Import[] {
  const [kind = "", room = ""] = path.split("/");
  return (
    ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .map((specifier) =>
        specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier,
      )
      // `#name` is a file of the package itself (Node.js, "Subpath imports").
      .filter((target) => !/^(node:|#)/.test(target))
      .filter((target) => !isOf(target, `${kind}/${room}`) && !isOf(target, `@settled/${room}`))
      .map((target) => ({ path, target }))
  );
}

/** Whether an import is of a package, or of a part of it. */
function isOf(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}
