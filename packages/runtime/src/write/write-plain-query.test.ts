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

it("refuses what has no UTF-8", () => {
  expect(() => writePlainQuery({ a: "\ud800" })).toThrow(URIError);
});
