import { describe, expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { isFieldOf, type Serialization, serialize } from "./serialize.ts";

describe("a value travels as", () => {
  test.each<{ given: Json; as: Serialization | undefined; want: [string, string][] }>([
    { given: "a b", as: undefined, want: [["p", "a b"]] },
    { given: 1.5, as: undefined, want: [["p", "1.5"]] },
    { given: null, as: undefined, want: [["p", "null"]] },
    {
      given: ["a", 2, false],
      as: undefined,
      want: [
        ["p", "a"],
        ["p", "2"],
        ["p", "false"],
      ],
    },
    { given: [], as: undefined, want: [] },
    { given: { a: [1] }, as: undefined, want: [["p", '{"a":[1]}']] },
    { given: [{ a: 1 }], as: "repeated", want: [["p", '{"a":1}']] },
    { given: "text", as: "json", want: [["p", '"text"']] },
    { given: ["a", 2], as: "json", want: [["p", '["a",2]']] },
    { given: [], as: "json", want: [["p", "[]"]] },
    { given: null, as: "json", want: [["p", "null"]] },
    { given: "text", as: "flat", want: [["p", "text"]] },
    {
      given: ["a", "b"],
      as: "flat",
      want: [
        ["p.1", "a"],
        ["p.2", "b"],
      ],
    },
    {
      given: [{ Name: "n", Value: ["x", true] }],
      as: "flat",
      want: [
        ["p.1.Name", "n"],
        ["p.1.Value.1", "x"],
        ["p.1.Value.2", "true"],
      ],
    },
    {
      given: { a: { b: 0 }, c: "" },
      as: "flat",
      want: [
        ["p.a.b", "0"],
        ["p.c", ""],
      ],
    },
    // What is not there has no leaf; what comes after it keeps its place.
    { given: { a: null, b: [null, 1] }, as: "flat", want: [["p.b.2", "1"]] },
    { given: {}, as: "flat", want: [] },
  ])("$given as $as", ({ given, as, want }) => {
    expect(serialize("p", given, as)).toEqual(want);
  });
});

describe("a field is one of a parameter's", () => {
  test.each<{ field: string; as: Serialization | undefined; want: boolean }>([
    { field: "Filter", as: undefined, want: true },
    { field: "Filter", as: "json", want: true },
    { field: "Filter", as: "flat", want: true },
    { field: "Filter.1.Name", as: "flat", want: true },
    { field: "Filter.1.Name", as: undefined, want: false },
    { field: "Filter.1.Name", as: "json", want: false },
    { field: "Filters.1", as: "flat", want: false },
    { field: "filter.1", as: "flat", want: false },
  ])("$field as $as: $want", ({ field, as, want }) => {
    expect(isFieldOf("Filter", as, field)).toBe(want);
  });
});
