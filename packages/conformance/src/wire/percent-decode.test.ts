import { expect, test } from "vitest";
import { percentDecode } from "./percent-decode.ts";

test.each([
  { given: "a b+c", want: "a b+c" },
  { given: "a%20b%2Fc", want: "a b/c" },
  { given: "caf%C3%A9", want: "café" },
  { given: "100%", want: "100%" },
  { given: "%E9", want: "%E9" },
])("$given: $want", ({ given, want }) => {
  expect(percentDecode(given)).toBe(want);
});
