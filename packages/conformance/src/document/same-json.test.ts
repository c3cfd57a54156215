import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { sameJson } from "./same-json.ts";

const own = (text: string): Json => JSON.parse(text);

test.each<{ given: [Json | undefined, Json | undefined]; want: boolean }>([
  { given: [undefined, undefined], want: true },
  { given: [null, undefined], want: false },
  { given: [null, {}], want: false },
  { given: [1, "1"], want: false },
  { given: [0, -0], want: false },
  {
    given: [
      { a: [1, { b: null }], c: "x" },
      { c: "x", a: [1, { b: null }] },
    ],
    want: true,
  },
  {
    given: [
      [1, 2],
      [2, 1],
    ],
    want: false,
  },
  { given: [[1], [1, 2]], want: false },
  { given: [[], {}], want: false },
  { given: [{ 0: "a" }, ["a"]], want: false },
  { given: [{ a: 1 }, { a: 1, b: 1 }], want: false },
  { given: [{ a: 1 }, { b: 1 }], want: false },
  { given: [{ constructor: 1 }, { a: 1 }], want: false },
  { given: [own('{"__proto__": 1}'), own('{"__proto__": 1}')], want: true },
  { given: [own('{"__proto__": 1}'), { a: 1 }], want: false },
])("$given are the same: $want", ({ given: [one, other], want }) => {
  expect([sameJson(one, other), sameJson(other, one)]).toEqual([want, want]);
  expect(isDeepStrictEqual(one, other)).toBe(want);
});
