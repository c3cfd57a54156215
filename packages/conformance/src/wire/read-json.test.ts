import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson, readJsonText } from "./read-json.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the value", () => {
  test("is what JSON.parse says, for any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJsonText(spaced)).toEqual({ value: JSON.parse(text), duplicates: [] });
      }),
    );
  });

  test.each([
    { given: "9007199254740993", want: 9007199254740992 },
    { given: "9223372036854775807", want: 2 ** 63 - 1024 },
    { given: "9223372036854775808", want: 2 ** 63 },
    { given: "-9223372036854775808", want: -(2 ** 63) },
    { given: "-9223372036854775809", want: -(2 ** 63 + 2048) },
    { given: "2147483647.0000000000000001", want: 2147483647.5 },
    { given: "1000000000000000000000e-3", want: 1e18 },
    { given: "0.00000000000000000", want: 0 },
    { given: "1e400000000000000", want: Number.MAX_VALUE },
  ])("stands for $given", ({ given, want }) => {
    expect(readJsonText(given).value).toBe(want);
    expect(readJsonText(`{"a":[${given}]}`).value).toEqual({ a: [want] });
  });
});

describe("duplicates", () => {
  test.each([
    { given: '{"a":1,"a":2}', want: ["#/a"] },
    { given: '{"a":1,"\\u0061":2}', want: ["#/a"] },
    { given: '{"x":[{"b/c":1,"d":{"d":1},"b/c":2}],"e":"{\\"e\\":1,\\"e\\":2}"}', want: ["#/x/0/b~1c"] },
    { given: '{"a":{"b":9223372036854775807},"a":null}', want: ["#/a"] },
    { given: '{"a":1,"b":{"a":1}}', want: [] },
  ])("$given", ({ given, want }) => {
    expect(readJsonText(given).duplicates).toEqual(want);
  });
});

describe("what is no JSON is refused", () => {
  test.each([
    { name: "a byte order mark", given: bytes('\uFEFF{"a":1}'), want: "byte order mark" },
    { name: "broken UTF-8", given: new Uint8Array([0x22, 0xff, 0x22]), want: "not UTF-8" },
    { name: "trailing data", given: bytes('{"a":1} x'), want: "JSON" },
    { name: "nothing", given: bytes(""), want: "JSON" },
    { name: "a truncated body", given: bytes('{"a":'), want: "JSON" },
  ])("$name", ({ given, want }) => {
    expect(() => readJson(given)).toThrow(want);
  });
});
