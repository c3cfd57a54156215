import { SourceMap } from "node:module";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { compact } from "./compact.ts";

it.each([
  {
    what: "without spaces and comments",
    given: "// Why.\nfunction longName(a) {\n  return a;\n}\nexport { longName };\n",
    want: "function longName(a){return a}export{longName};\n",
  },
  {
    what: "with what bundlers go by",
    given:
      'import { b } from "b";\nvar a = { b: /* @__PURE__ */ b(1), c: /* @__PURE__ */ new Map([]) };\nexport { a };\n',
    want: 'import{b}from"b";var a={b:/* @__PURE__ */b(1),c:/* @__PURE__ */new Map([])};export{a};\n',
  },
  {
    what: "as it is, where that would be lost",
    given: "var a = /* @__PURE__ */ (() => b())();\nexport { a };\n",
    want: "var a = /* @__PURE__ */ (() => b())();\nexport { a };\n",
  },
])("leaves a module $what", async ({ given, want }) => {
  expect((await compact(given)).code).toBe(want);
});

it.each([
  {
    what: "compacted",
    source: "let a = /* @__PURE__ */ b(1), c = /* @__PURE__ */ new Map([]);\nconst d = fail();\n",
  },
  { what: "left as it is", source: "let a = /* @__PURE__ */ (() => b())();\nconst d = fail();\n" },
])("leads from what is $what to the place in the source", async ({ source }) => {
  const stdin = { contents: `${source}export { a, d };\n`, sourcefile: "a.ts", loader: "ts" as const };
  const { outputFiles } = await build({ stdin, sourcemap: "inline", write: false, outfile: "a.js" });
  const { code, map } = await compact(outputFiles[0]?.text ?? "");
  const before = code.slice(0, code.indexOf("fail")).split("\n");
  const entry = new SourceMap(JSON.parse(map)).findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  expect(entry).toMatchObject({ originalSource: "a.ts", originalLine: 1, originalColumn: 10 });
});
