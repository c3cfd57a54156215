import { expect, test } from "vitest";
import { removeAt, replaceAt } from "./edit.ts";

const given = () => ({ a: { b: [{ c: 1 }, { c: 2 }] }, d: { e: 3 } });

test.each([
  { pointer: "#", want: 9 },
  { pointer: "#/x", want: { ...given(), x: 9 } },
  { pointer: "#/a", want: { a: 9, d: { e: 3 } } },
  { pointer: "#/a/b/1/c", want: { a: { b: [{ c: 1 }, { c: 9 }] }, d: { e: 3 } } },
  { pointer: "#/a/b/0", want: { a: { b: [9, { c: 2 }] }, d: { e: 3 } } },
  // Nothing leads there.
  { pointer: "#/x/y", want: given() },
  { pointer: "#/a/b/7/c", want: given() },
  { pointer: "#/d/e/f", want: given() },
])("another value at $pointer", ({ pointer, want }) => {
  const before = given();
  expect(replaceAt(before, pointer, 9)).toEqual(want);
  expect(before).toEqual(given());
});

test.each([
  { pointer: "#/d", want: { a: given().a } },
  { pointer: "#/a/b/0/c", want: { a: { b: [{}, { c: 2 }] }, d: { e: 3 } } },
  { pointer: "#/x", want: given() },
])("nothing at $pointer", ({ pointer, want }) => {
  const before = given();
  expect(removeAt(before, pointer)).toEqual(want);
  expect(before).toEqual(given());
});

test("a member named like a prototype is a member", () => {
  const before = JSON.parse('{ "__proto__": { "a": 1 } }');
  const after = replaceAt(before, "#/__proto__/a", 2);
  expect(JSON.stringify(after)).toBe('{"__proto__":{"a":2}}');
  expect(JSON.stringify(before)).toBe('{"__proto__":{"a":1}}');
  expect(({} as { a?: number }).a).toBeUndefined();
});
