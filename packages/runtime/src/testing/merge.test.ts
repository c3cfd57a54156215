import { describe, expect, test } from "vitest";
import { merge } from "./merge.ts";
import { leaveOut, put } from "./put.ts";

describe("laying one value over another", () => {
  test.each([
    { below: { a: 1, b: { c: 2 } }, above: { b: { d: 3 } }, want: { a: 1, b: { c: 2, d: 3 } } },
    { below: { a: 1, b: 2 }, above: { b: undefined }, want: { a: 1 } },
    { below: { a: 1 }, above: { a: null }, want: { a: null } },
    {
      below: [{ a: 1, b: 1 }],
      above: [{ a: 2 }, { a: 3 }],
      want: [
        { a: 2, b: 1 },
        { a: 3, b: 1 },
      ],
    },
    { below: [1, 2, 3], above: [], want: [] },
    { below: "text", above: { a: 1 }, want: { a: 1 } },
    { below: { a: 1 }, above: undefined, want: { a: 1 } },
  ])("$below with $above: $want", ({ below, above, want }) => {
    expect(merge(below, above)).toEqual(want);
  });
});

describe("at a place", () => {
  test.each([
    { holder: { a: { b: 1 } }, place: ["a", "b"], put_: { a: { b: 9 } }, left: { a: {} } },
    { holder: {}, place: ["a", "b"], put_: { a: { b: 9 } }, left: {} },
    {
      holder: { a: [{ b: 1 }, {}] },
      place: ["a", "*", "b"],
      put_: { a: [{ b: 9 }, { b: 9 }] },
      left: { a: [{}, {}] },
    },
    { holder: 1, place: [], put_: 9, left: 1 },
  ])("$place of $holder", ({ holder, place, put_, left }) => {
    expect(put(holder, place, 9)).toEqual(put_);
    expect(leaveOut(holder, place)).toEqual(left);
  });
});
