import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { describeValidation } from "./validation.ts";
import type { Row } from "./validation-row.ts";
import type { Schema } from "./validation-schema.ts";

type Components = Record<string, Schema>;

/** The table of a service that answers with one body; its first row is that of the body. */
function tableOf(schema: Schema, components: Components = {}): readonly Row[] {
  return validationOf({ "application/json": schema }, components).schemas;
}

function validationOf(content: Record<string, Schema>, components: Components = {}) {
  const media = Object.entries(content).map(([type, schema]) => [type, { schema: schema as SchemaObject }]);
  const responses = { "200": { content: Object.fromEntries(media) }, default: { description: "" } };
  return describeValidation(
    specOf({
      paths: { "/": { get: { operationId: "getJob", responses } } },
      components: { schemas: components as Record<string, SchemaObject> },
    }),
  );
}

const string: SchemaObject = { type: "string" };
const open = (...values: unknown[]): SchemaObject => ({
  anyOf: [...values.map((value) => ({ const: value })), string],
});
const $ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

describe("a row is what judges in a schema", () => {
  it.each<{ what: string; given: Schema; want: readonly Row[] }>([
    {
      what: "nothing of what only says something",
      given: { description: "A", "x-lro-result": true },
      want: [],
    },
    { what: "no value list that is open", given: open("A", "B"), want: [{ type: "string" }] },
    {
      what: "a list that is closed, without its kind",
      given: { type: "string", enum: ["A"] },
      want: [{ enum: ["A"] }],
    },
    { what: "a constant as a list of one", given: { const: "A" }, want: [{ enum: ["A"] }] },
    {
      what: "no kind that its values are not of",
      given: { type: "string", enum: [1] },
      want: [{ enum: [1], type: "string" }],
    },
    {
      what: "a format as what it means",
      given: { type: "integer", format: "int32" },
      want: [{ maximum: 2 ** 31 - 1, minimum: -(2 ** 31), type: "integer" }],
    },
    {
      what: "a format that says no more than the kind",
      given: { type: "integer", format: "int64" },
      want: [{ type: "integer" }],
    },
    {
      what: "no member of which nothing is said",
      given: { properties: { a: {}, b: string } },
      want: [{ properties: { b: 1 } }, { type: "string" }],
    },
    {
      what: "one row for what is alike",
      given: { properties: { a: string, b: { ...string, description: "B" } } },
      want: [{ properties: { a: 1, b: 1 } }, { type: "string" }],
    },
    {
      what: "the names besides which others are judged",
      given: { properties: { a: true as never }, additionalProperties: string },
      want: [{ additionalProperties: 1, properties: { a: 2 } }, { type: "string" }, {}],
    },
    {
      what: "no ban on other members",
      given: { type: "object", additionalProperties: false },
      want: [{ type: "object" }],
    },
    { what: "what can never be", given: false, want: [{ not: 1 }, {}] },
  ])("$what", ({ given, want }) => {
    expect(tableOf(given)).toEqual(want);
  });

  it("is no alternative that another one covers", () => {
    expect(
      tableOf({ anyOf: [{ type: "string", minLength: 1 } as SchemaObject, string, { type: "null" }] }),
    ).toEqual([{ anyOf: [1, 2] }, string, { type: "null" }]);
  });

  it("keeps one of two parts that say the same, whichever way round", () => {
    const parts = [
      { properties: { a: string, b: { type: "null" } } },
      { properties: { b: { type: "null" }, a: string } },
    ];
    expect(tableOf({ allOf: parts })).toEqual([{ properties: { a: 1, b: 2 } }, string, { type: "null" }]);
  });

  it("takes alternatives that ban each other's members for ones of which any will do", () => {
    const closed = (name: string): SchemaObject => ({ required: [name], additionalProperties: false });
    expect(tableOf({ oneOf: [closed("a"), closed("b")] })[0]).toEqual({ anyOf: [1, 2] });
    expect(tableOf({ oneOf: [{ required: ["a"] }, { required: ["b"] }] })[0]).toEqual({ oneOf: [1, 2] });
  });
});

describe("a reference", () => {
  it("is the row that it leads to, by way of others", () => {
    expect(tableOf({ items: $ref("Alias") }, { Alias: $ref("Name"), Name: string })).toEqual([
      { items: 1 },
      string,
    ]);
  });

  it("leads back where a schema contains itself", () => {
    const Node: Schema = { properties: { next: $ref("Node"), name: string } };
    expect(tableOf({ items: $ref("Node") }, { Node })).toEqual([
      { items: 1 },
      { properties: { name: 2, next: 1 } },
      string,
    ]);
  });

  it("counts with what stands beside it", () => {
    const given = { ...$ref("Name"), minLength: 3, description: "A" };
    expect(tableOf(given, { Name: { ...string, maxLength: 5 } as SchemaObject })).toEqual([
      { allOf: [1], minLength: 3 },
      { maxLength: 5, type: "string" },
    ]);
  });
});

describe("a body", () => {
  it("is of any of the JSON media types", () => {
    const validation = validationOf({
      "a/b+json": string,
      "application/json": { type: "null" },
      "text/plain": {},
    });
    expect(validation.operations).toEqual({ getJob: { "200": 0 } });
    expect(validation.schemas[0]).toEqual({ anyOf: [1, 2] });
  });

  it("is no matter where nothing is said of it", () => {
    expect(validationOf({ "application/json": {}, "image/png": string })).toEqual({
      operations: {},
      schemas: [],
    });
  });
});

describe("what validation would pass over in silence is a fault of the spec", () => {
  it.each<{ given: object; want: string[] }>([
    { given: { minimun: 1 }, want: ["does not know the keyword minimun", "/schema/minimun", "minimum"] },
    { given: { items: { if: {} } }, want: ["does not know the keyword if", "/schema/items/if"] },
    { given: { type: "string", format: "arn" }, want: ["does not know the format arn", "date-time"] },
  ])("$given", ({ given, want }) => {
    for (const text of want) expect(() => tableOf(given as SchemaObject)).toThrow(text);
  });
});
