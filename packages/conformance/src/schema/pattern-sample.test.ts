import { expect, test } from "vitest";
import { patternSample } from "./pattern-sample.ts";

const ANY = { min: 0, max: Number.POSITIVE_INFINITY };

test.each([
  { pattern: "^AC[0-9]{4}$", want: "AC0000" },
  { pattern: String.raw`^\+?[1-9]\d{1,14}$`, want: "10" },
  { pattern: "^arn:[a-z0-9-]{1,63}:.+$", want: "arn:a:a" },
  { pattern: String.raw`^\S+@\S+$`, want: "a@a" },
  { pattern: "^a|b$", want: "a" },
  // Not empty, if it need not be.
  { pattern: "^[a-z]*$", want: "b" },
  { pattern: "^$", want: "" },
  // Only what is no letter will do.
  { pattern: "^[^a-z]+$", want: " " },
  { pattern: String.raw`^(?=.*\d)[a-z\d]{4}$`, want: "0000" },
  { pattern: "(", want: undefined },
])("$pattern: $want", ({ pattern, want }) => {
  expect(patternSample(pattern, ANY)).toBe(want);
  expect(patternSample(pattern, ANY)).toBe(want);
});

test.each([
  { min: 3, max: 5, want: /^[a-z]{3}$/ },
  { min: 0, max: 0, want: /^$/ },
  { min: 200, max: 100, want: undefined },
])("of a length of $min to $max", ({ min, max, want }) => {
  const made = patternSample("^[a-z]*$", { min, max });
  if (want) expect(made).toMatch(want);
  else expect(made).toBeUndefined();
});
