import { expect, test } from "vitest";
import { jsonIn } from "./json-in.ts";

test.each([
  { given: '{"a":[1]}', want: { a: [1] } },
  { given: "null", want: null },
  { given: new TextEncoder().encode('"é"'), want: "é" },
  { given: new Uint8Array(), want: undefined },
  { given: "{", want: undefined },
  { given: undefined, want: undefined },
])("$given: $want", ({ given, want }) => {
  expect(jsonIn(given)).toEqual(want);
});
