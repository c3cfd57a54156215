import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../document/json.ts";
import { coerce, coerceItems, memberSchema } from "./coerce.ts";

const rootOf = (schema: Json): JsonObject => ({
  schema,
  Whole: { type: "integer" },
  Object: { allOf: [{ properties: { a: { type: "boolean" } } }] },
});

test.each<{ schema: Json; given: string; want: Json }>([
  { schema: { type: "integer" }, given: "12", want: 12 },
  { schema: { type: "integer" }, given: "-1.5e3", want: -1500 },
  { schema: { type: "integer" }, given: "", want: "" },
  { schema: { type: "integer" }, given: "0x10", want: "0x10" },
  { schema: { type: "integer" }, given: " 1", want: " 1" },
  { schema: { type: "integer" }, given: "9223372036854775808", want: 2 ** 63 },
  { schema: { type: "number" }, given: "2147483647.0000000001", want: 2147483647.5 },
  { schema: { type: ["integer", "null"] }, given: "7", want: 7 },
  { schema: { type: ["integer", "string"] }, given: "7", want: "7" },
  { schema: { $ref: "#/Whole" }, given: "7", want: 7 },
  { schema: { allOf: [{ $ref: "#/Whole" }] }, given: "7", want: 7 },
  { schema: { type: "boolean" }, given: "true", want: true },
  { schema: { type: "boolean" }, given: "false", want: false },
  { schema: { type: "boolean" }, given: "TRUE", want: "TRUE" },
  { schema: { type: "string" }, given: "7", want: "7" },
  { schema: {}, given: "7", want: "7" },
  { schema: { type: "array", items: { $ref: "#/Whole" } }, given: "1,2,x", want: [1, 2, "x"] },
  { schema: { type: "array" }, given: "1", want: ["1"] },
  { schema: { type: "array" }, given: "", want: [] },
])("$given by $schema", ({ schema, given, want }) => {
  expect(coerce(rootOf(schema), "#/schema", given)).toEqual(want);
});

test("without a schema, text is text", () => {
  expect(coerce({}, undefined, "7")).toBe("7");
  expect(coerceItems({}, undefined, ["7"])).toEqual(["7"]);
});

describe("the schema of a member", () => {
  test.each([
    { name: "a", want: "#/Object/allOf/0/properties/a" },
    { name: "b", want: undefined },
    { name: "constructor", want: undefined },
  ])("$name", ({ name, want }) => {
    expect(memberSchema(rootOf({}), "#/Object", name)).toBe(want);
  });
});
