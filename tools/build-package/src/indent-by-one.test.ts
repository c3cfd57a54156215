import { expect, it } from "vitest";
import { indentByOne } from "./indent-by-one.ts";

it("indents by one space a level, and nothing else", () => {
  const given = [
    "export interface A {",
    "    /**",
    "     * Says:",
    "     *     code",
    "     */",
    "    a: {",
    '        b: "    ";',
    "    };",
    "}",
  ];
  expect(indentByOne(given.join("\n")).split("\n")).toEqual([
    "export interface A {",
    " /**",
    "  * Says:",
    "  *     code",
    "  */",
    " a: {",
    '  b: "    ";',
    " };",
    "}",
  ]);
});

it.each([
  {
    what: "two",
    given: "type A = {\n  /**\n   * a\n   */\n  a: {\n    b: 1\n  }\n}\n",
    want: "type A = {\n /**\n  * a\n  */\n a: {\n  b: 1\n }\n}\n",
  },
  {
    what: "four, after two",
    given: "type A = {\n  a: 1;\n};\ntype B = {\n    b: 1;\n};",
    want: "type A = {\n a: 1;\n};\ntype B = {\n b: 1;\n};",
  },
  {
    what: "four, deep",
    given: "type B = {\n    b: {\n        c: 1;\n    };\n};\n\n",
    want: "type B = {\n b: {\n  c: 1;\n };\n};\n\n",
  },
])("knows what is indented by $what", ({ given, want }) => {
  expect(indentByOne(given)).toBe(want);
});
