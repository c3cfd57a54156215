import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../document/json.ts";
import { closeSchemas } from "./close-schemas.ts";

const shut = { unevaluatedProperties: false };
const a = { properties: { a: {} } };

/** What becomes of the schema of a response's body. */
function closed(schema: Json): Json | undefined {
  const root: JsonObject = {
    paths: { "/x": { get: { responses: { "200": { content: { "a/b": { schema } } } } } } },
    components: {
      schemas: {
        Open: { type: "object" },
        Base: { properties: { base: {} } },
        Tree: { properties: { below: { items: { $ref: "#/components/schemas/Tree" } } } },
        Alias: { $ref: "#/components/schemas/Base" },
      },
    },
  };
  const copy = closeSchemas(root) as { paths: { "/x": { get: { responses: { "200": JsonObject } } } } };
  const { content } = copy.paths["/x"].get.responses["200"] as { content: { "a/b": { schema: Json } } };
  return content["a/b"].schema;
}

test.each<{ name: string; given: Json; want: Json }>([
  { name: "an object that documents members", given: a, want: { ...a, ...shut } },
  { name: "an object that documents none", given: { type: "object" }, want: { type: "object" } },
  { name: "a scalar", given: { type: "string" }, want: { type: "string" } },
  {
    name: "one that speaks for itself",
    given: { ...a, unevaluatedProperties: true },
    want: { ...a, unevaluatedProperties: true },
  },
  {
    name: "a member",
    given: { properties: { inner: a } },
    want: { properties: { inner: { ...a, ...shut } }, ...shut },
  },
  { name: "an item", given: { items: a }, want: { items: { ...a, ...shut } } },
  { name: "an item of a tuple", given: { prefixItems: [a] }, want: { prefixItems: [{ ...a, ...shut }] } },
  {
    name: "a member of a free name",
    given: { additionalProperties: a },
    want: { additionalProperties: { ...a, ...shut } },
  },
  {
    name: "a member by pattern",
    given: { patternProperties: { x: a } },
    want: { patternProperties: { x: { ...a, ...shut } } },
  },
  // The parts of one place are closed together, not each for itself.
  {
    name: "allOf",
    given: { allOf: [a, { properties: { b: a } }] },
    want: { allOf: [a, { properties: { b: { ...a, ...shut } } }], ...shut },
  },
  { name: "anyOf", given: { anyOf: [a, {}] }, want: { anyOf: [a, {}], ...shut } },
  { name: "oneOf in anyOf", given: { anyOf: [{ oneOf: [a] }] }, want: { anyOf: [{ oneOf: [a] }], ...shut } },
  {
    name: "a reference",
    given: { $ref: "#/components/schemas/Base" },
    want: { $ref: "#/components/schemas/Base", ...shut },
  },
  {
    name: "a reference to a reference",
    given: { $ref: "#/components/schemas/Alias" },
    want: { $ref: "#/components/schemas/Alias", ...shut },
  },
  {
    name: "a reference to an open object",
    given: { $ref: "#/components/schemas/Open" },
    want: { $ref: "#/components/schemas/Open" },
  },
  { name: "a boolean", given: true, want: true },
])("$name", ({ given, want }) => {
  expect(closed(given)).toEqual(want);
});

test("shared schemas are closed where they are used, since they may be parts elsewhere", () => {
  const root = { components: { schemas: { Base: { properties: { inner: a } } } } };
  expect(closeSchemas(root)).toEqual({
    components: { schemas: { Base: { properties: { inner: { ...a, ...shut } } } } },
  });
});

test("a recursive schema is closed at each turn", () => {
  const tree = { properties: { below: { items: { $ref: "#/components/schemas/Tree" } } } };
  const { components } = closeSchemas({ components: { schemas: { Tree: tree } } });
  expect(components).toEqual({
    schemas: { Tree: { properties: { below: { items: { $ref: "#/components/schemas/Tree", ...shut } } } } },
  });
});

describe("what parts of one place would close each for itself", () => {
  const b = { properties: { b: {} } };
  const settled = (parts: Json, properties: Json) => ({ allOf: parts, properties, ...shut });
  const joined = (index: number) => ({ $ref: `#/$defs/joined${index}` });
  const closedBody = (schema: Json) => closeSchemas({ schema }) as { schema: Json; $defs?: JsonObject };

  test("is closed once, for all of them", () => {
    const { schema, $defs } = closedBody({
      allOf: [{ properties: { n: a } }, { properties: { n: b, s: a } }],
    });
    expect(schema).toEqual(
      settled([{ properties: { n: joined(0) } }, { properties: { n: joined(0), s: { ...a, ...shut } } }], {
        n: joined(0),
      }),
    );
    expect($defs).toEqual({
      joined0: { allOf: [joined(1), joined(2)], ...shut, properties: undefined },
      joined1: a,
      joined2: b,
    });
  });

  test.each<{ name: string; given: Json }>([
    {
      name: "a member of one part alone",
      given: { allOf: [{ properties: { n: a } }, { properties: { m: b } }] },
    },
    {
      name: "a scalar member of both",
      given: { allOf: [{ properties: { n: {} } }, { properties: { n: { enum: [1] } } }] },
    },
    { name: "alternatives", given: { anyOf: [{ properties: { n: a } }, { properties: { n: b } }] } },
  ])("is nothing: $name", ({ given }) => {
    expect(closedBody(given).$defs).toBeUndefined();
  });
});

test("examples stay what they are", () => {
  const given = { content: { example: { schema: a }, examples: { one: { value: { schema: a } } } } };
  expect(closeSchemas(given)).toEqual(given);
});

test("one object that stands in two places, as a YAML alias has it, is closed in one of them alone", () => {
  const { part, place } = closeSchemas({ part: { schema: { allOf: [a] } }, place: { schema: a } });
  expect([part, place]).toEqual([{ schema: { allOf: [a], ...shut } }, { schema: { ...a, ...shut } }]);
});

test("the document itself is left alone", () => {
  const given = { schema: { ...a } };
  closeSchemas(given);
  expect(given).toEqual({ schema: a });
});
