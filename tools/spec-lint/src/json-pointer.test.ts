import { expect, test } from "vitest";
import { fromPointer, toFragment, toPointer, valueAt } from "./json-pointer.ts";

test.each([
  { path: [], pointer: "#", fragment: "#" },
  { path: ["paths", "/jobs/{id}"], pointer: "#/paths/~1jobs~1{id}", fragment: "#/paths/~1jobs~1%7Bid%7D" },
  { path: ["a~1b", "c/d"], pointer: "#/a~01b/c~1d", fragment: "#/a~01b/c~1d" },
  {
    path: ["application/x+json;charset=UTF-8"],
    pointer: "#/application~1x+json;charset=UTF-8",
    fragment: "#/application~1x%2Bjson%3Bcharset%3DUTF-8",
  },
  { path: ["", "100%"], pointer: "#//100%", fragment: "#//100%25" },
])("$pointer", ({ path, pointer, fragment }) => {
  expect(toPointer(path)).toBe(pointer);
  expect(toFragment(path)).toBe(fragment);
  expect(fromPointer(pointer)).toEqual(path);
  expect(fromPointer(fragment)).toEqual(path);
});

test.each([
  { given: ["a", 1, "b"], want: 2 },
  { given: ["a", "1", "b"], want: 2 },
  { given: ["a", 2, "b"], want: undefined },
  { given: ["toString"], want: undefined },
])("valueAt $given -> $want", ({ given, want }) => {
  expect(valueAt({ a: [{ b: 1 }, { b: 2 }] }, given)).toBe(want);
});

test("a reference out of the document has no path in it", () => {
  expect(fromPointer("other.yaml#/a")).toBeUndefined();
});
