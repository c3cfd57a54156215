import { expect, it } from "vitest";
import { joinShort } from "./join-short.ts";

it.each([
  { what: "one member", given: "type A = {\n a: 1;\n};", want: "type A = { a: 1 };" },
  { what: "several", given: "type A = B<{\n a: 1;\n b: 2;\n}>;", want: "type A = B<{ a: 1; b: 2 }>;" },
  {
    what: "one within another",
    given: "export interface A {\n b: {\n  c: {\n   d: 1;\n  };\n };\n}",
    want: "export interface A {\n b: { c: { d: 1 } };\n}",
  },
])("joins $what", ({ given, want }) => {
  expect(joinShort(given)).toBe(want);
});

it.each([
  { what: "an interface", given: "export interface A {\n a: 1;\n}" },
  { what: "members with comments", given: "type A = {\n /** Why. */\n a: 1;\n};" },
  { what: "an example in a comment", given: "/**\n * run({\n *  a;\n * });\n */" },
  { what: "the parts of a union", given: "type A = {\n a: 1;\n} | {\n a: 2;\n};" },
  { what: "what becomes too long", given: `type A = {\n a: "${"x".repeat(140)}";\n};` },
  { what: "nothing", given: "type A = {};\nexport {\n a,\n};" },
])("leaves $what", ({ given }) => {
  expect(joinShort(given)).toBe(given);
});
