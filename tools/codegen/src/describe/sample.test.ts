import { describe, expect, test } from "vitest";
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
