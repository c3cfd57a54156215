import { expect, test } from "vitest";
import { wrapLine } from "./wrap-line.ts";

test.each([
  { name: "what there is room for", given: "ab cd ef", want: ["ab cd ef"] },
  { name: "words", given: "ab cd ef gh ij", want: ["ab cd ef", "  gh ij"] },
  { name: "several blanks", given: "ab  cd  e", want: ["ab  cd  e"] },
  {
    name: "a word that is longer than a line",
    given: "  abcdefghijklm no",
    want: ["  abcdefghijklm", "  no"],
  },
  { name: "nothing", given: "", want: [""] },
  {
    name: "colours, which take no room",
    given: "\u001b[31mab\u001b[39m cd ef",
    want: ["\u001b[31mab\u001b[39m cd ef"],
  },
  { name: "wide letters, of two cells each", given: "東京 大阪 京都", want: ["東京 大阪", "  京都"] },
  { name: "marks on letters, of none", given: "e\u0301e\u0301 cd ef", want: ["e\u0301e\u0301 cd ef"] },
  { name: "a family, of two", given: "👨‍👩‍👧‍👦 cd ef", want: ["👨‍👩‍👧‍👦 cd ef"] },
  { name: "letters as they were", given: "A\u030A b", want: ["A\u030A b"] },
])("$name", ({ given, want }) => {
  expect(wrapLine(given, "  ", 9)).toEqual(want);
});
