import { describe, expect, test } from "vitest";
import { LEVELS, parseJson } from "./parse-json.ts";

describe("a JSON text of a client", () => {
  test.each([
    '{"a":1,"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"b\\": c","x":{"y" : 1}}',
    '{"a":"\\"b\\": 1, \\"b\\": 2"}',
    '{"a\\\\":1,"a":2}',
    '{"__proto__":1,"constructor":2}',
    '": "',
    "null",
  ])("%s is read", (text) => {
    expect(parseJson(text)).toMatchObject({ value: JSON.parse(text) });
  });

  test.each([
    { text: '{"a":1,"a":2}', want: "#/a more than once" },
    { text: '{"a":1,"a":1}', want: "#/a more than once" },
    { text: '{"a":1,"\\u0061":2}', want: "#/a more than once" },
    { text: '{"a":{"b":1, "c":2 , "b" :{}}}', want: "#/a/b more than once" },
    { text: '[0,{"a":[],"a":{"x":1}}]', want: "#/1/a more than once" },
    { text: '{"__proto__":1,"__proto__":2}', want: "#/__proto__ more than once" },
    { text: '{"a":1,', want: "nothing in line 1, column 8, where a name belongs" },
    { text: "\uFEFF{}", want: "a byte order mark" },
    { text: "[".repeat(LEVELS + 1), want: "more than 256 levels" },
  ])("$text is not: $want", ({ text, want }) => {
    expect(parseJson(text)).toEqual({ problem: want });
  });
});
