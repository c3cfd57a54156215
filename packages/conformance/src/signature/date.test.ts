import { expect, test } from "vitest";
import { formatDate, parseDate } from "./date.ts";

const AT = Date.parse("2026-11-22T01:02:03Z");

test.each([
  { format: "extended", text: "2026-11-22T01:02:03Z" },
  { format: "basic", text: "20261122T010203Z" },
] as const)("$format is $text", ({ format, text }) => {
  expect(formatDate(AT + 999, format)).toBe(text);
  expect(parseDate(text, format)).toBe(AT);
});

test.each([
  { text: "", format: "basic" },
  { text: "2026-11-22T01:02:03Z", format: "basic" },
  { text: "20261122T010203Z", format: "extended" },
  { text: "2026-11-22T01:02:03.000Z", format: "extended" },
  { text: "2026-11-22T01:02:03+00:00", format: "extended" },
  { text: "2026-11-22", format: "extended" },
  { text: "20261322T010203Z", format: "basic" },
  { text: "20260231T010203Z", format: "basic" },
  { text: "Sun, 22 Nov 2026 01:02:03 GMT", format: "basic" },
  { text: "1795309323", format: "basic" },
] as const)("$text is no $format date", ({ text, format }) => {
  expect(parseDate(text, format)).toBeUndefined();
});
