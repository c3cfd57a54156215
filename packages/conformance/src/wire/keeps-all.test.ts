import { describe, expect, test } from "vitest";
import { keepsAll } from "./keeps-all.ts";

describe("what JSON.parse kept of a text", () => {
  test.each([
    { given: '{"a": 1, "b": [{"a": true}, null, "x"], "__proto__": {}}', want: true },
    { given: '{"a:b": ":", "c\\"d": "\\\\", "": "\\\\\\":"}', want: true },
    { given: "123456789012345", want: true },
    { given: '[-12345678901.25, false, {"a": "12345678901234567890"}]', want: true },
    { given: '"text"', want: true },
    // A member that stands twice.
    { given: '{"a": 1, "a": 2}', want: false },
    { given: '[{"a": {"b": 1, "\\u0062": 1}}]', want: false },
    { given: '{"a": {"b": 1}, "a": 2}', want: false },
    { given: '{"__proto__": 1, "__proto__": 2}', want: false },
    // A number that says more than a double can.
    { given: "9223372036854775807", want: false },
    { given: '{"a": 1.00000000000000000001}', want: false },
    { given: "[1e400]", want: false },
    { given: "[1E-400]", want: false },
  ])("all of $given: $want", ({ given, want }) => {
    expect(keepsAll(given, JSON.parse(given))).toBe(want);
  });

  test.each([
    { what: "lists", open: "[", close: "]" },
    { what: "objects", open: '{"a":', close: "}" },
  ])("$what that are nested too deep are nobody's to walk", ({ open, close }) => {
    const given = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(keepsAll(given(1000), JSON.parse(given(1000)))).toBe(true);
    expect(() => keepsAll(given(1001), JSON.parse(given(1001)))).toThrow(RangeError);
  });
});
