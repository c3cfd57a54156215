import { expect, test } from "vitest";
import { LIMIT, PatternWatch, UndecidedPattern } from "./pattern-watch.ts";

const LONG = "a".repeat(100_000);

test.each([
  { pattern: "(a+)+$", text: "aaa", want: true },
  { pattern: "(a+)+$", text: "a".repeat(40), want: true },
  { pattern: "(a+)+$", text: "aab", want: false },
  { pattern: "^[a-z]+-[a-z]+$", text: `${"a".repeat(40)}-b`, want: true },
  { pattern: "^[a-z]+-[a-z]+$", text: "a".repeat(41), want: false },
  { pattern: "^\\p{L}+$", text: "日".repeat(20_000), want: true },
  { pattern: "^a+$", text: LONG, want: true },
  { pattern: "^a+$", text: `${LONG}b`, want: false },
])("$pattern of a text of $text.length characters is $want", ({ pattern, text, want }) => {
  expect(new PatternWatch(pattern, "u").test(text)).toBe(want);
});

const HOSTILE = `${"a".repeat(40)}b`;

test.each([
  { by: "repeats what repeats", pattern: "(a+)+$", text: HOSTILE },
  { by: "repeats a choice", pattern: "^(a|a)+$", text: HOSTILE },
  { by: "may begin anywhere in a long text", pattern: "a+$", text: `${LONG.repeat(5)}b` },
])("$pattern, which $by, is given up after a time", ({ pattern, text }) => {
  const watch = new PatternWatch(pattern, "u");
  expect(() => watch.test(text)).toThrow(
    new UndecidedPattern(
      `the pattern ${pattern} is undecided after ${LIMIT} ms, on a text of ${text.length} characters: ` +
        "it tries too many ways to read it, as a repetition within a repetition does",
    ),
  );
  // The next text is judged as ever.
  expect(watch.test("aaa")).toBe(true);
});
