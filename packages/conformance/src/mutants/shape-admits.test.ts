import { expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import { shapeAdmits } from "./shape-admits.ts";

const named = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const map = { type: "object", additionalProperties: { type: "integer" } };

test.each([
  { name: "a stranger in a closed shape", schema: named, value: { id: "1", stranger: 1 }, want: false },
  { name: "a member that is missing", schema: named, value: {}, want: false },
  { name: "a stranger in a map of its type", schema: map, value: { stranger: 1 }, want: true },
  { name: "a stranger in a map of another type", schema: map, value: { stranger: null }, want: false },
  {
    name: "a stranger beside members, in a map",
    schema: { ...named, additionalProperties: true },
    value: { id: "1", stranger: 1 },
    want: true,
  },
  {
    name: "a stranger that a part of the whole refuses",
    schema: { allOf: [named, { additionalProperties: false }] },
    value: { id: "1", stranger: 1 },
    want: false,
  },
  {
    name: "a name of a pattern",
    schema: { ...named, patternProperties: { "^str": {} } },
    value: { id: "1", stranger: 1 },
    want: true,
  },
  { name: "anything, where nothing is said", schema: {}, value: [42], want: true },
  { name: "an object that documents no member", schema: { type: "object" }, value: { x: 1 }, want: true },
  { name: "no object", schema: { type: "object" }, value: 42, want: false },
  {
    name: "no object, where members are documented alone",
    schema: { properties: {} },
    value: 42,
    want: true,
  },
  {
    name: "a stranger in what is open, and may be null",
    schema: { allOf: [{ ...named, type: ["object", "null"] }, { additionalProperties: true }] },
    value: { id: "1", stranger: 1 },
    want: true,
  },
  { name: "null, where it may be", schema: { type: ["string", "null"] }, value: null, want: true },
  { name: "null, where it may not", schema: { type: ["string", "integer"] }, value: null, want: false },
  {
    name: "null, where one of a choice says nothing of it",
    schema: { description: "Any.", oneOf: [named, { properties: { id: {} }, required: ["id"] }] },
    value: null,
    want: true,
  },
  {
    name: "a stranger in one of a choice that is open",
    schema: { anyOf: [named, { oneOf: [map, named] }] },
    value: { stranger: 1 },
    want: true,
  },
  {
    name: "a stranger in none of a choice",
    schema: { anyOf: [named, { type: "string" }] },
    value: { id: "1", stranger: 1 },
    want: false,
  },
  {
    name: "null, where more is said than what there is to choose from",
    schema: { type: "object", oneOf: [named, { required: ["id"] }] },
    value: null,
    want: false,
  },
  { name: "text, where a choice might refuse it", schema: { oneOf: [named] }, value: "x", want: false },
])("$name: $want", ({ schema, value, want }) => {
  const document = documentOfSchema(schema);
  const pointer = document.operations[0]?.responses["200"]?.content[0]?.schema;
  expect(pointer).toBeDefined();
  expect(shapeAdmits(document, pointer, value)).toBe(want);
});
