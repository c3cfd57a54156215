import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalEncoding, percentDecode, percentEncode } from "./percent-encoding.ts";

test.each([
  { given: "", want: "" },
  { given: "AZaz09-_.~", want: "AZaz09-_.~" },
  { given: "a b", want: "a%20b" },
  { given: "!'()*", want: "%21%27%28%29%2A" },
  { given: "é世", want: "%C3%A9%E4%B8%96" },
  // What is escaped already is read before it is written.
  { given: "%41%c3%a9%2f", want: "A%C3%A9%2F" },
  { given: "100%", want: "100%25" },
  { given: "%zz%4", want: "%25zz%254" },
  // No UTF-8, and yet kept to the byte.
  { given: "%FF%fe", want: "%FF%FE" },
])("$given is $want", ({ given, want }) => {
  expect(percentEncode(percentDecode(given))).toBe(want);
  expect(canonicalEncoding(given)).toBe(want);
});

describe("a text that is canonical already is known by its looks", () => {
  const escapes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

  test("each of its escapes, in either case", () => {
    for (const hex of escapes) {
      for (const text of [`a%${hex}`, `a%${hex.toUpperCase()}`])
        expect(canonicalEncoding(text), text).toBe(percentEncode(percentDecode(text)));
    }
  });

  test("any text", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...escapes).map((hex) => `%${hex.toUpperCase()}`),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        return canonicalEncoding(text) === percentEncode(percentDecode(text));
      }),
    );
  });
});
