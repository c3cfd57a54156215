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
  expect(await compact(given)).toBe(want);
});
