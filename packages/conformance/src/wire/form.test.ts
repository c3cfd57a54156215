import { expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { formatForm, formOf, parseForm } from "./form.ts";

test.each<{ given: Json; want: string }>([
  { given: { a: "x", b: 1, c: true, d: null }, want: "a=x&b=1&c=true&d=null" },
  { given: { a: "b & c=d", ü: "ß" }, want: "a=b+%26+c%3Dd&%C3%BC=%C3%9F" },
  { given: { a: ["x", 2] }, want: "a=x&a=2" },
  { given: { a: [], b: "x" }, want: "b=x" },
  { given: { a: { b: 1 }, c: [{ d: 2 }] }, want: "a=%7B%22b%22%3A1%7D&c=%7B%22d%22%3A2%7D" },
  { given: {}, want: "" },
  { given: "text", want: "" },
])("$given is written as $want, and read back", ({ given, want }) => {
  expect(formatForm(formOf(given))).toBe(want);
  expect(parseForm(want)).toEqual(formOf(given));
});

test.each([
  { given: "a=1&b=2&a=3", want: { a: ["1", "3"], b: ["2"] } },
  { given: "a", want: { a: [""] } },
  { given: "a=1%20+2", want: { a: ["1  2"] } },
])("$given is read as $want", ({ given, want }) => {
  expect(parseForm(given)).toEqual(want);
});
