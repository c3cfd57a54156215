import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { describeTypedValues } from "./typed-values.ts";

const text = { kind: "text", type: "string", at: "value" };
const list = { kind: "list", at: ["items", "elements"] };
const marked = (name: string, mark: typeof text | typeof list): SchemaObject => ({
  properties: { [name]: { $ref: "#/components/schemas/Payload", "x-value-kind": mark } },
});

describe("describeTypedValues", () => {
  it.each([
    { what: "plain members", given: { properties: { ...marked("string", text).properties, other: {} } } },
    { what: "alternatives", given: { oneOf: [{ title: "more" }, marked("string", text)] } },
    { what: "parts, one of them elsewhere", given: { allOf: [{ $ref: "#/components/schemas/Part" }] } },
  ])("finds the kinds in $what", ({ given }) => {
    const parameter: SchemaObject = {
      "x-typed-value": { name: "n", type: "t", value: "v", any: "any" },
      properties: { v: { $ref: "#/components/schemas/Value" } },
    };
    const schemas = {
      Payload: {},
      Part: marked("string", text),
      Value: given as SchemaObject,
      Parameter: parameter,
    };
    expect(describeTypedValues(specOf({ components: { schemas } }))).toEqual({
      type: 'schemas["Parameter"]',
      parameter: { name: "n", type: "t", value: "v" },
      any: "any",
      kinds: { string: text },
    });
  });

  it("ends where a wrapper holds itself", () => {
    const value: SchemaObject = { anyOf: [marked("list", list), { $ref: "#/components/schemas/Value" }] };
    const parameter: SchemaObject = {
      "x-typed-value": { name: "n", type: "t", value: "v" },
      properties: { v: value },
    };
    const schemas = { Payload: {}, Value: value, Parameter: parameter };
    expect(describeTypedValues(specOf({ components: { schemas } }))?.kinds).toEqual({ list });
  });

  it("is nothing where no schema is marked", () => {
    expect(describeTypedValues(specOf({ components: { schemas: { Value: {} } } }))).toBeUndefined();
    expect(describeTypedValues(specOf({}))).toBeUndefined();
  });
});
