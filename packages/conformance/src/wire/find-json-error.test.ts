import { expect, test } from "vitest";
import { findJsonError } from "./find-json-error.ts";

test.each([
  { given: "", want: "nothing in line 1, column 1, where a value belongs" },
  { given: " \n ", want: "nothing in line 2, column 2, where a value belongs" },
  { given: "{", want: "nothing in line 1, column 2, where a name belongs" },
  { given: '{"a"', want: "nothing in line 1, column 5, where a colon belongs" },
  { given: '{"a":', want: "nothing in line 1, column 6, where a value belongs" },
  { given: '{"a" 1}', want: '"1" in line 1, column 6, where a colon belongs' },
  { given: '{"a":1,}', want: '"}" in line 1, column 8, where a name belongs' },
  { given: "{a:1}", want: '"a" in line 1, column 2, where a name belongs' },
  { given: "{'a':1}", want: '"\'" in line 1, column 2, where a name belongs' },
  { given: '{"a":1 "b":2}', want: '"\\"" in line 1, column 8, where a comma or an end belongs' },
  { given: "[1,]", want: '"]" in line 1, column 4, where a value belongs' },
  { given: "[1}", want: '"}" in line 1, column 3, where a comma or an end belongs' },
  { given: "[[]", want: "nothing in line 1, column 4, where a comma or an end belongs" },
  { given: "{}\n\n{}", want: '"{" in line 3, column 1, where the end belongs' },
  { given: "tru", want: '"t" in line 1, column 1, where a value belongs' },
  { given: "[01]", want: '"0" in line 1, column 2, where a value belongs' },
  { given: "[NaN]", want: '"N" in line 1, column 2, where a value belongs' },
  { given: '["a', want: '"\\"" in line 1, column 2, where a value belongs' },
  { given: '["\t"]', want: '"\\"" in line 1, column 2, where a value belongs' },
  { given: '["\\x"]', want: '"\\"" in line 1, column 2, where a value belongs' },
  {
    given: '["\\"", "\\u00e4", [], {}, -1.5e+3, true, null',
    want: "nothing in line 1, column 45, where a comma or an end belongs",
  },
])("$given: $want", ({ given, want }) => {
  expect(() => JSON.parse(given)).toThrow(SyntaxError);
  expect(findJsonError(given)).toEqual(want);
});
