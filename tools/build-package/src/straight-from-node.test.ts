import { expect, it } from "vitest";
import { straightFromNode } from "./straight-from-node.ts";

const TAKEN = 'globalThis.process.getBuiltinModule("node:a");';

it.each([
  { given: 'import { b } from "node:a";', want: `const { b } = ${TAKEN}` },
  { given: 'import { b as c, d } from "node:a";', want: `const { b: c, d } = ${TAKEN}` },
  { given: 'import a from "node:a";', want: `const a = ${TAKEN}` },
  { given: 'import * as a from "node:a";', want: `const a = ${TAKEN}` },
  { given: 'import a$1, { b } from "node:a";', want: `const a$1 = ${TAKEN}\nconst { b } = ${TAKEN}` },
  { given: 'import { b } from "a";', want: 'import { b } from "a";' },
  { given: 'x;\nimport { b } from "node:a";\ny;', want: `x;\nconst { b } = ${TAKEN}\ny;` },
  { given: 'say(`import { b } from "node:a";`);', want: 'say(`import { b } from "node:a";`);' },
])("$given", ({ given, want }) => {
  expect(rendered(given)).toBe(want);
});

it("refuses what it does not know", () => {
  expect(() => rendered('import { b }, a from "node:a";')).toThrow("node:a is imported in an unknown way");
});

function rendered(code: string): unknown {
  const { renderChunk } = straightFromNode();
  return (renderChunk as (code: string) => unknown)(code);
}
