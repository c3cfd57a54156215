import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiJson } from "./ascii-json.ts";

test.each<{ given: object; want: string }>([
  { given: ["a", 1, null], want: '["a",1,null]' },
  { given: { ä: "ü" }, want: '{"\\u00e4":"\\u00fc"}' },
  { given: ["😀 \u2028"], want: '["\\ud83d\\ude00 \\u2028"]' },
  { given: ['"\n\\'], want: '["\\"\\n\\\\"]' },
])("$want", ({ given, want }) => {
  expect(asciiJson(given)).toBe(want);
  expect(JSON.parse(want)).toEqual(given);
});

test("says the same as JSON", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (value) => {
      const text = asciiJson(value);
      expect(Buffer.byteLength(text)).toBe(text.length);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
    }),
  );
});
