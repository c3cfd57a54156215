import { expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import type { Json } from "../document/json.ts";
import { readGiven } from "./read-given.ts";

const LIST = { type: "array", items: { type: "integer" } };
const THINGS = { type: "array", items: { type: "object" } };
const OBJECT = { type: "object" };

test.each<{ schema: object; text: string; want: Json }>([
  { schema: OBJECT, text: '{"a":{"b":1}}', want: { a: { b: 1 } } },
  { schema: OBJECT, text: ' {"a":1}', want: { a: 1 } },
  { schema: { allOf: [{ description: "A thing." }, OBJECT] }, text: "{}", want: {} },
  { schema: THINGS, text: '[{"a":"b,c"},{}]', want: [{ a: "b,c" }, {}] },
  { schema: LIST, text: "[1,2]", want: [1, 2] },
  { schema: LIST, text: "1,2", want: [1, 2] },
  { schema: LIST, text: "", want: [] },
  { schema: { type: ["object", "null"] }, text: '{"a":1}', want: { a: 1 } },
  // What is no JSON, or JSON of another kind, stays text, for the schema to refuse.
  { schema: OBJECT, text: "{a:1}", want: "{a:1}" },
  { schema: OBJECT, text: "[1]", want: "[1]" },
  { schema: THINGS, text: '{"a":1}', want: ['{"a":1}'] },
  { schema: { type: "string" }, text: '{"a":1}', want: '{"a":1}' },
  { schema: { type: ["string", "object"] }, text: '{"a":1}', want: '{"a":1}' },
  { schema: {}, text: '{"a":1}', want: '{"a":1}' },
  { schema: { type: "boolean" }, text: "true", want: true },
])("$text of $schema is $want", ({ schema, text, want }) => {
  const { root, operations } = documentOfSchema(schema);
  const place = operations[0]?.responses["200"]?.content[0]?.schema;
  expect(readGiven(root, place, text)).toEqual(want);
});
