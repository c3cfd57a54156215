import { expect, test } from "vitest";
import { caseOf, documentOfSchema } from "../../test/acme-jobs.ts";
import { findMarked } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { hasChoiceFor } from "./has-choice-for.ts";

const components = { schemas: { Count: { type: "integer" } } };
const issue = { properties: { id: { type: "integer" }, url: { type: "string" } }, required: ["url"] };
const draft = { properties: { id: { type: "number" } } };

test.each<{ name: string; schema: object; value: Json; want: boolean }>([
  { name: "of one schema", schema: { properties: { id: { type: "integer" } } }, value: 1.5, want: false },
  {
    name: "of a choice of types",
    schema: { properties: { id: { oneOf: [{ type: "integer" }, { type: "string" }] } } },
    value: "x",
    want: true,
  },
  {
    name: "that none of the choice asks for",
    schema: { properties: { id: { anyOf: [{ $ref: "#/components/schemas/Count" }, { type: "string" }] } } },
    value: null,
    want: false,
  },
  { name: "of what holds the place", schema: { oneOf: [issue, draft] }, value: 1.5, want: true },
  {
    name: "of items",
    schema: { properties: { list: { items: { oneOf: [issue, draft] } } } },
    value: 1.5,
    want: true,
  },
  {
    name: "that a part of the whole alone admits",
    schema: { properties: { id: { allOf: [{ type: "number" }, { type: "integer" }] } } },
    value: 1.5,
    want: false,
  },
  {
    name: "that is no object, where members alone are documented",
    schema: {
      properties: { id: { oneOf: [{ type: "integer" }, { properties: { a: { type: "string" } } }] } },
    },
    value: "x",
    want: true,
  },
  {
    name: "of which one says nothing",
    schema: { properties: { id: { oneOf: [{ type: "integer" }, { description: "More." }] } } },
    value: "x",
    want: false,
  },
])("a value $name: $want", ({ schema, value, want }) => {
  const document = documentOfSchema(schema, components);
  const testCase = caseOf("getThing", "200", document);
  const start = document.operations[0]?.responses["200"]?.content[0]?.schema ?? "";
  const places = findMarked(document.root, start, "type").filter(({ mark }) => mark === "integer");
  const [place = { steps: ["id"], schema: "" }] = places;
  expect(hasChoiceFor({ document, testCase, answers: new Map() }, place, value)).toBe(want);
});
