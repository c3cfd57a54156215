import { expect, it } from "vitest";
import { tidyComments } from "./schema-comments.ts";

it.each([
  {
    what: "says plainly what it begins with",
    given: "/** @description Why. */",
    want: "/** Why. */",
  },
  {
    what: "begins with what it means",
    given: "/**\n\t * Format: int32\n\t * @description How many.\n\t * @default 50\n\t */",
    want: "/**\n\t * How many.\n\t * @default 50\n\t */",
  },
  {
    what: "says a format apart from what may end in a list",
    given: "/**\n\t * Format: date\n\t * @description One of:\n\t *\n\t *     - 1: one\n\t */",
    want: "/**\n\t * One of:\n\t *\n\t * - 1: one\n\t *\n\t * Format: date\n\t */",
  },
  {
    what: "leaves out an example, however long",
    given: "/**\n\t * @description Why.\n\t * @example a\n\t * b\n\t * @default c\n\t */",
    want: "/**\n\t * Why.\n\t * @default c\n\t */",
  },
  { what: "of an example alone goes", given: '/** @example {"@a": 1} */', want: "" },
  {
    what: "leaves out what the type says",
    given: "/**\n\t * @description How.\n\t * @enum {string}\n\t */",
    want: "/** How. */",
  },
  { what: "goes if nothing is left of it", given: "/** @enum {string} */", want: "" },
  { what: "stays as it is", given: "/** @deprecated */", want: "/** @deprecated */" },
])("a comment $what", ({ given, want }) => {
  const line = (comment: string) => (comment === "" ? "" : `\t${comment}\n`);
  expect(tidyComments(`{\n${line(given)}\ta: 1;\n}\n`)).toBe(`{\n${line(want)}\ta: 1;\n}\n`);
});
