import { expect, it } from "vitest";
import { writePlainQuery } from "./write-plain-query.ts";
import { writeQuery } from "./write-query.ts";

it.each([
  { given: {}, want: "" },
  { given: { a: "x y", b: 2, c: false, d: 0, e: "" }, want: "a=x%20y&b=2&c=false&d=0&e=" },
  { given: { a: 2n ** 64n }, want: "a=18446744073709551616" },
  { given: { a: undefined, b: null, "c&d": "&=#" }, want: "c%26d=%26%3D%23" },
])("$given → $want, as where lists may stand", ({ given, want }) => {
  expect(writePlainQuery(given)).toBe(want);
  expect(writeQuery(given)).toBe(want);
});

it.each([
  { given: ["a", "b"], want: "state takes a text or a number, not [object Array]." },
  { given: { a: 1 }, want: "state takes a text or a number, not [object Object]." },
  { given: new Date(0), want: "state takes a text or a number, not [object Date]." },
  { given: Promise.resolve("a"), want: "state takes a text or a number, not [object Promise]." },
])("refuses what would be written as one text, $given", ({ given, want }) => {
  expect(() => writePlainQuery({ page: 1, state: given })).toThrow(new TypeError(want));
});

it("refuses what has no UTF-8", () => {
  expect(() => writePlainQuery({ a: "\ud800" })).toThrow(URIError);
});
