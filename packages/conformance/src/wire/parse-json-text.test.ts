import { expect, test } from "vitest";
import { parseJsonText } from "./parse-json-text.ts";

test.each([
  { name: "JSON", given: '{"a":1}' },
  { name: "with a byte order mark", given: '\uFEFF{"a":1}' },
])("$name", ({ given }) => {
  expect(parseJsonText(given)).toEqual({ a: 1 });
});

test.each([
  { given: "ACME_PASSWORD=not-a-password", want: '"A" in line 1, column 1, where a value belongs' },
  { given: '{"token": not-a-token}', want: '"n" in line 1, column 11, where a value belongs' },
  { given: "\uFEFF", want: "nothing in line 1, column 1, where a value belongs" },
  { given: '{"a":1}\n}', want: '"}" in line 2, column 1, where the end belongs' },
])("no JSON, and nothing of it is shown: $given", ({ given, want }) => {
  expect(() => parseJsonText(given)).toThrow(new SyntaxError(`no JSON: ${want}`));
});
