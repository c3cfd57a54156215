import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeFields } from "./fields.ts";

const spec = specOf({
  components: {
    schemas: {
      Node: {
        type: "object",
        properties: { next: { $ref: "#/components/schemas/Node" }, name: { type: "string" } },
      },
      State: { type: "string", enum: ["ON", "OFF"] },
    },
  } as object,
});

describe("describeFields", () => {
  it.each([
    { given: { type: "string" }, want: [] },
    { given: { properties: { a: { properties: { b: {} } }, c: {} } }, want: ["a", "a.b", "c"] },
    { given: { items: { properties: { a: {} } } }, want: ["[].a"] },
    { given: { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }, want: ["a", "b"] },
    { given: { oneOf: [{ properties: { a: {} } }] }, want: [] },
    { given: { $ref: "#/components/schemas/Node" }, want: ["next", "name"] },
  ])("$given → $want", ({ given, want }) => {
    expect(describeFields(spec, given, []).map(({ path }) => path.join("."))).toEqual(want);
  });

  it("joins the keywords beside a reference with what it refers to", () => {
    const given = {
      properties: { state: { $ref: "#/components/schemas/State", "x-lro-error": true as const } },
    };
    const [field] = describeFields(spec, given, []);
    expect(field?.values).toEqual({ values: ["ON", "OFF"], open: false });
    expect(field?.schema["x-lro-error"]).toBe(true);
  });

  it.each([
    { given: { properties: { a: {} } }, want: true },
    { given: { properties: { a: {} }, additionalProperties: false }, want: true },
    { given: { properties: { a: {} }, additionalProperties: true }, want: false },
    { given: { properties: { a: {} }, additionalProperties: { type: "string" } }, want: false },
  ])("knows whether the names are all: $given", ({ given, want }) => {
    expect(describeFields(spec, given, [])[0]?.closed).toBe(want);
  });
});
