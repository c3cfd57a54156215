import { describe, expect, test } from "vitest";
import { merge } from "./merge.ts";
import { leaveOut, put } from "./put.ts";
import { sample } from "./sample.ts";

const document = {
  components: {
    schemas: {
      "a/b~c": { type: "string", examples: ["found"] },
      Tree: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string" },
          parent: { $ref: "#/components/schemas/Tree" },
          children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
        },
      },
      Wrapper: {
        oneOf: [
          {
            type: "object",
            maxProperties: 1,
            required: ["number"],
            properties: { number: { type: "number" }, text: {} },
          },
          { type: "string" },
        ],
      },
    },
  },
};

describe("a sample of", () => {
  test.each([
    { schema: {}, want: {} },
    { schema: { type: "string" }, want: "string" },
    { schema: { type: "string", format: "uuid" }, want: "00000000-0000-4000-8000-000000000000" },
    { schema: { type: "string", format: "date-time" }, want: "2026-01-01T00:00:00Z" },
    { schema: { type: "string", minLength: 8 }, want: "stringxx" },
    { schema: { type: "string", maxLength: 2 }, want: "st" },
    { schema: { type: "string", contentMediaType: "application/json" }, want: "{}" },
    { schema: { type: "integer" }, want: 1 },
    { schema: { type: "integer", minimum: 5 }, want: 5 },
    { schema: { type: "integer", exclusiveMinimum: 5 }, want: 6 },
    { schema: { type: "integer", maximum: 0 }, want: 0 },
    { schema: { type: "boolean" }, want: true },
    { schema: { type: "null" }, want: null },
    { schema: { type: ["null", "string"] }, want: "string" },
    { schema: { type: "string", examples: ["one", "two"] }, want: "one" },
    { schema: { enum: ["A", "B"] }, want: "A" },
    { schema: { const: 0 }, want: 0 },
    { schema: { anyOf: [{ const: "A" }, { type: "string" }] }, want: "A" },
    { schema: { type: "array", items: { type: "string" }, minItems: 2 }, want: ["string", "string"] },
    { schema: { type: "array" }, want: [] },
    { schema: { type: "array", items: {}, maxItems: 0 }, want: [] },
    { schema: { $ref: "#/components/schemas/a~1b~0c" }, want: "found" },
    { schema: { $ref: "#/components/schemas/a~1b~0c", examples: ["beside"] }, want: "beside" },
    { schema: { $ref: "#/components/schemas/Tree" }, want: { name: "string", children: [] } },
    { schema: { $ref: "#/components/schemas/Wrapper" }, want: { number: 1 } },
    {
      schema: {
        required: ["password"],
        properties: { name: { const: "a" }, password: { type: "string", writeOnly: true } },
      },
      want: { name: "a" },
    },
    {
      schema: {
        allOf: [
          { properties: { code: {}, text: { type: "string" } } },
          { properties: { code: { enum: ["A"] } } },
        ],
      },
      want: { code: "A", text: "string" },
    },
  ])("$schema: $want", ({ schema, want }) => {
    expect(sample(document, schema)).toEqual(want);
  });
});

describe("laying one value over another", () => {
  test.each([
    { below: { a: 1, b: { c: 2 } }, above: { b: { d: 3 } }, want: { a: 1, b: { c: 2, d: 3 } } },
    { below: { a: 1, b: 2 }, above: { b: undefined }, want: { a: 1 } },
    { below: { a: 1 }, above: { a: null }, want: { a: null } },
    {
      below: [{ a: 1, b: 1 }],
      above: [{ a: 2 }, { a: 3 }],
      want: [
        { a: 2, b: 1 },
        { a: 3, b: 1 },
      ],
    },
    { below: [1, 2, 3], above: [], want: [] },
    { below: "text", above: { a: 1 }, want: { a: 1 } },
    { below: { a: 1 }, above: undefined, want: { a: 1 } },
  ])("$below with $above: $want", ({ below, above, want }) => {
    expect(merge(below, above)).toEqual(want);
  });
});

describe("at a place", () => {
  test.each([
    { holder: { a: { b: 1 } }, place: ["a", "b"], put_: { a: { b: 9 } }, left: { a: {} } },
    { holder: {}, place: ["a", "b"], put_: { a: { b: 9 } }, left: {} },
    {
      holder: { a: [{ b: 1 }, {}] },
      place: ["a", "*", "b"],
      put_: { a: [{ b: 9 }, { b: 9 }] },
      left: { a: [{}, {}] },
    },
    { holder: 1, place: [], put_: 9, left: 1 },
  ])("$place of $holder", ({ holder, place, put_, left }) => {
    expect(put(holder, place, 9)).toEqual(put_);
    expect(leaveOut(holder, place)).toEqual(left);
  });
});
