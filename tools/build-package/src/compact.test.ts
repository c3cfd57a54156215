import { expect, it } from "vitest";
import { compact } from "./compact.ts";

it.each([
  {
    what: "without spaces and comments",
    given: "// Why.\nexport function named(a) {\n  return a;\n}\n",
    want: "function named(n){return n}export{named};",
  },
  {
    what: "with short names for all but functions and classes",
    given:
      "const longName = [];\nconst arrow = (given) => given + longName;\nclass Kept {}\nexport { longName, arrow, Kept };\n",
    want: "const t=[],arrow=e=>e+t;class Kept{}export{Kept,arrow,t as longName};",
  },
  {
    what: "with names that hide others, where those are not needed",
    given: "const longName = [];\nexport const f = (given) => (inner) => inner + longName;\n",
    want: "const o=[],f=t=>t=>t+o;export{f};",
  },
  {
    what: "with what bundlers go by",
    given:
      'import { b } from "b";\nvar a = { b: /* @__PURE__ */ b(1), c: /* @__PURE__ */ new Map([]) };\nexport { a };\n',
    want: 'import{b as r}from"b";var o={b:/* @__PURE__ */r(1),c:/* @__PURE__ */new Map([])};export{o as a};',
  },
])("leaves a module $what", async ({ given, want }) => {
  expect(await compact(given)).toBe(want);
});

it("breaks the lines of a long one: Node prints that of an error which nobody caught", async () => {
  const members = Array.from({ length: 200 }, (_, at) => `  member${at}: ${at},\n`);
  const code = await compact(`export const all = {\n${members.join("")}};\n`);
  expect(Math.max(...code.split("\n").map((line) => line.length))).toBeLessThan(150);
});

it("does not make what is no module", async () => {
  await expect(compact("export const a = ;")).rejects.toThrow('Unexpected ";"');
});
