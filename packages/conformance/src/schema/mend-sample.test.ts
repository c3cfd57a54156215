import { describe, expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import type { Json } from "../document/json.ts";
import { mendSample } from "./mend-sample.ts";
import { sampleSchema } from "./sample-schema.ts";

const SCHEMA = "#/paths/~1thing/get/responses/200/content/application~1json/schema";

function sampleOf(schema: object, schemas: object = {}): Json {
  return sampleSchema(documentOfSchema(schema, { schemas }).root, SCHEMA);
}

describe("a sample", () => {
  test("fits the patterns", () => {
    const sid = { type: "string", pattern: "^AC[0-9]{3}$" };
    expect(sampleOf({ type: "object", properties: { sid, list: { type: "array", items: sid } } })).toEqual({
      sid: "AC000",
      list: ["AC000"],
    });
    expect(sampleOf({ allOf: [{ type: "string" }, { pattern: "^[A-Z]+$", minLength: 2 }] })).toBe("CC");
  });

  test.each([{ example: "x" }, { default: "x" }, { enum: ["x"] }])(
    "is what the document names: %o",
    (named) => {
      expect(sampleOf({ type: "string", pattern: "^AC$", ...named })).toBe("x");
    },
  );

  test("of a schema that is within itself ends where nothing is required any more", () => {
    const node = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "integer" }, next: { $ref: "#/components/schemas/Node" } },
    };
    expect(sampleOf({ $ref: "#/components/schemas/Node" }, { Node: node })).toEqual({ id: 0 });
    const list = {
      ...node,
      properties: {
        id: { type: "integer" },
        all: { type: "array", items: { $ref: "#/components/schemas/Node" } },
      },
    };
    expect(sampleOf({ $ref: "#/components/schemas/Node" }, { Node: list })).toEqual({ id: 0, all: [] });
  });

  test("that cannot end is left as it is", () => {
    const node = {
      type: "object",
      required: ["next"],
      properties: { next: { $ref: "#/components/schemas/Node" } },
    };
    expect(sampleOf({ $ref: "#/components/schemas/Node" }, { Node: node })).toEqual({ next: {} });
  });
});

describe("what a sample may not hold is left out", () => {
  const root = {};
  test.each<{ name: string; schema: Json; given: Json; want: Json }>([
    { name: "null", schema: { properties: { a: { type: "string" } } }, given: { a: null }, want: {} },
    {
      name: "no null that may be",
      schema: { properties: { a: { type: ["string", "null"] }, b: {} } },
      given: { a: null, b: null },
      want: { a: null, b: null },
    },
    {
      name: "an item",
      schema: { items: { required: ["a"] } },
      given: [{ a: 1 }, {}],
      want: [{ a: 1 }],
    },
    {
      name: "no list within a list",
      schema: { items: { items: { type: "integer" } } },
      given: [[1], [2]],
      want: [[1], [2]],
    },
    {
      name: "no item that is needed",
      schema: { items: { required: ["a"] }, minItems: 1 },
      given: [{}],
      want: [{}],
    },
    {
      name: "a member without what it needs",
      schema: { additionalProperties: { required: ["a"] } },
      given: { x: {}, y: { a: 1 } },
      want: { y: { a: 1 } },
    },
  ])("$name", ({ schema, given, want }) => {
    expect(mendSample(root, schema, given)).toEqual(want);
  });
});

test("what would be large is cut where it is deepest", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
  const sample = sampleOf({ $ref: "#/components/schemas/A" }, schemas);
  expect(JSON.stringify(sample).length).toBeLessThan(200_000);
  expect(Object.keys(sample as object)).toHaveLength(10);
});
