import { expect, test } from "vitest";
import { checkContents } from "./check-contents.ts";

const manifest = {
  name: "@acme/a",
  version: "1.0.0",
  license: "Apache-2.0",
  type: "module",
  sideEffects: false,
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  publishConfig: { provenance: true },
};
const files = {
  "package.json": "{}",
  LICENSE: "",
  "README.md": "",
  "dist/index.js": "export {};\n",
  "dist/index.d.ts": "export {};\n",
};

test.each([
  { what: "as it shall be", want: [] },
  { what: "without licence", given: { LICENSE: undefined }, want: ["LICENSE: is missing"] },
  { what: "without types", given: { "dist/index.d.ts": undefined }, want: ["dist/index.d.ts: is missing"] },
  {
    what: "with a map to sources that it does not have",
    given: { "dist/index.js": "export {};\n//# sourceMappingURL=index.js.map\n" },
    want: ["dist/index.js: names a source map"],
  },
  {
    what: "with a test",
    given: { "dist/a.test.d.ts": "" },
    want: ["dist/a.test.d.ts: is no part of a release"],
  },
  {
    what: "with a fixture",
    given: { "dist/fixtures/a.json": "" },
    want: ["dist/fixtures/a.json: is no part of a release"],
  },
  { what: "with a source", given: { "src/a.ts": "" }, want: ["src/a.ts: is no part of a release"] },
  {
    what: "with the path of a machine",
    given: { "README.md": "see /home/ada/settled/a.ts" },
    want: ["README.md: names a path of a machine, /home/ada/settled/a.ts"],
  },
  {
    what: "with a path on the wire",
    given: { "README.md": "GET https://a.example/home/ada/b, {base}/tmp/a/b" },
    want: [],
  },
  {
    what: "in CommonJS",
    given: { "dist/index.js": "exports.a = 1;\n" },
    want: ["dist/index.js: is no ES module"],
  },
])("a package $what", ({ given = {}, want }) => {
  const all = Object.entries({ ...files, ...given }).filter(([, text]) => text !== undefined);
  expect(checkContents({ manifest, files: new Map(all as [string, string][]) })).toEqual(want);
});

test.each([
  { file: "dist/specs/a/openapi.yaml", want: [] },
  { file: "dist/other/openapi.yaml", want: ["dist/specs/*: is missing"] },
])("a package with a folder of data, and $file: $want", ({ file, want }) => {
  const exports = { ...manifest.exports, "./specs/*": "./dist/specs/*" };
  const packed = {
    manifest: { ...manifest, exports },
    files: new Map([...Object.entries(files), [file, ""]]),
  };
  expect(checkContents(packed)).toEqual(want);
});

test.each([
  { given: { sideEffects: undefined }, want: ["package.json: sideEffects is not false"] },
  { given: { type: "commonjs" }, want: ["package.json: type is not module"] },
  { given: { publishConfig: {} }, want: ["package.json: published without provenance"] },
  {
    given: { scripts: { postinstall: "a" } },
    want: ["package.json: runs a script at installation: postinstall"],
  },
  {
    given: { dependencies: { b: "workspace:*" } },
    want: ["package.json: depends on b workspace:*, which no registry knows"],
  },
  {
    given: { name: "@acme/a-client", dependencies: { b: "1.0.0" } },
    want: ["package.json: depends on b, which a client bundles"],
  },
  { given: { dependencies: { b: "1.0.0" } }, want: [] },
  {
    given: { imports: { "#a": { node: "./dist/a.node.js", default: "./dist/index.js" } } },
    want: ["dist/a.node.js: is missing"],
  },
])("a package.json with $given", ({ given, want }) => {
  const packed = { manifest: { ...manifest, ...given }, files: new Map(Object.entries(files)) };
  expect(checkContents(packed as Parameters<typeof checkContents>[0])).toEqual(want);
});
