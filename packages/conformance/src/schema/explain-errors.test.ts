import { expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import type { Json } from "../document/json.ts";
import { compileModule } from "./compile-validators.ts";
import { explainErrors } from "./explain-errors.ts";
import { listSchemas } from "./list-schemas.ts";
import { runModule } from "./run-validators.ts";

const LONG = "x".repeat(200);
const Code = { anyOf: [{ const: "A" }, { const: "B" }, { type: "string" }] };
const Pet = {
  type: "object",
  required: ["kind"],
  properties: { kind: { const: "pet" }, age: { type: "integer" } },
};
const Tree = {
  properties: {
    leaf: { type: "string" },
    below: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
  },
};

test.each<{ name: string; schema: object; given: Json; want: [string, string, string][] }>([
  { name: "type", schema: { type: "string" }, given: 1, want: [["#", "type string", "1"]] },
  { name: "types", schema: { type: ["string", "null"] }, given: 1, want: [["#", "type string,null", "1"]] },
  { name: "format", schema: { format: "uuid" }, given: "x", want: [["#", "format uuid", '"x"']] },
  {
    name: "the type alone, where the format is wrong too",
    schema: { type: "integer", format: "int32" },
    given: 1.5,
    want: [["#", "type integer", "1.5"]],
  },
  { name: "pattern", schema: { pattern: "^a" }, given: "x", want: [["#", "pattern ^a", '"x"']] },
  { name: "required", schema: { required: ["a"] }, given: {}, want: [["#", "member a", "{}"]] },
  { name: "const", schema: { const: { a: 1 } }, given: 1, want: [["#", '{"a":1}', "1"]] },
  { name: "enum", schema: { enum: ["a", 1, null] }, given: "b", want: [["#", 'one of "a", 1, null', '"b"']] },
  { name: "minimum", schema: { minimum: 3 }, given: 1, want: [["#", "must be >= 3", "1"]] },
  {
    name: "an open list, said once",
    schema: { properties: { code: Code } },
    given: { code: 1 },
    want: [["#/code", 'one of "A", "B", or another string', "1"]],
  },
  {
    name: "a choice of objects, said once",
    schema: { oneOf: [Pet, { required: ["id"], properties: { id: {} } }] },
    given: { other: 1 },
    want: [
      ["#", "must match exactly one schema in oneOf", '{"other":1}'],
      ["#/other", "documented members only", "other: 1"],
    ],
  },
  {
    name: "a stranger",
    schema: { properties: { a: {} } },
    given: { "b/c~d": [1] },
    want: [["#/b~1c~0d", "documented members only", "b/c~d: [1]"]],
  },
  {
    name: "a stranger that additionalProperties forbids",
    schema: { properties: { a: {} }, additionalProperties: false },
    given: { b: 1 },
    want: [["#/b", "documented members only", "b: 1"]],
  },
  {
    name: "a member of a referenced object that is wrong elsewhere is no stranger",
    schema: { $ref: "#/components/schemas/Pet" },
    given: { kind: "pet", age: "old" },
    want: [["#/age", "type integer", '"old"']],
  },
  {
    name: "nor in the depth of a recursive one",
    schema: { $ref: "#/components/schemas/Tree" },
    given: { leaf: "a", below: [{ leaf: "b", below: [{ leaf: 1 }] }] },
    want: [["#/below/0/below/0/leaf", "type string", "1"]],
  },
  {
    name: "a stranger beside it is",
    schema: { $ref: "#/components/schemas/Tree" },
    given: { leaf: "a", bark: 1, below: [{ leaf: 1 }] },
    want: [
      ["#/below/0/leaf", "type string", "1"],
      ["#/bark", "documented members only", "bark: 1"],
    ],
  },
  {
    name: "each of several",
    schema: { properties: { a: { type: "string" }, b: { type: "array", items: { type: "integer" } } } },
    given: { a: 1, b: [1, "2", null] },
    want: [
      ["#/a", "type string", "1"],
      ["#/b/1", "type integer", '"2"'],
      ["#/b/2", "type integer", "null"],
    ],
  },
  {
    name: "what is long is cut",
    schema: { type: "integer" },
    given: LONG,
    want: [["#", "type integer", `"${"x".repeat(116)}…`]],
  },
])("$name", ({ schema, given, want }) => {
  const document = documentOfSchema(schema, { schemas: { Pet, Tree } });
  const pointer = listSchemas(document).at(0) ?? "";
  const validate = runModule(document, compileModule(document)).get(pointer);
  if (!validate) throw new Error("no validator");
  expect(validate(given)).toBe(false);
  const explained = explainErrors(document.root, pointer, given, validate.errors ?? []);
  expect(explained.map(({ at, expected, received }) => [at, expected, received])).toEqual(want);
});

// Each held against each other, they would take minutes.
test("fifty thousand strangers are told, each once", () => {
  const document = documentOfSchema({ properties: { a: {} } });
  const [pointer = ""] = listSchemas(document);
  const validate = runModule(document, compileModule(document)).get(pointer);
  const given = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`b${index}`, index]));
  expect(validate?.(given)).toBe(false);
  expect(explainErrors(document.root, pointer, given, validate?.errors ?? [])).toHaveLength(50_000);
});
