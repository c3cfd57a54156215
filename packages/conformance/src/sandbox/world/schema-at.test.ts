import { describe, expect, test } from "vitest";
import { schemaAt, sharedSchema } from "./schema-at.ts";

const root = {
  Job: {
    allOf: [{ $ref: "#/Base" }, { properties: { parts: { type: "array", items: { $ref: "#/Part" } } } }],
  },
  Base: { properties: { id: { type: "string" }, part: { $ref: "#/Part" } } },
  Part: { properties: { parts: { type: "array", items: { $ref: "#/Part" } }, name: { $ref: "#/Name" } } },
  Name: { type: "string" },
};

describe("the schema of a place, through references and applicators", () => {
  test.each([
    { steps: [], want: "#/Job" },
    { steps: ["id"], want: "#/Base/properties/id" },
    { steps: ["parts", "*", "name"], want: "#/Part/properties/name" },
    { steps: ["parts", "0", "parts", "3", "name"], want: "#/Part/properties/name" },
    { steps: ["id", "x"], want: undefined },
    { steps: ["none"], want: undefined },
  ])("$steps", ({ steps, want }) => expect(schemaAt(root, "#/Job", steps)).toBe(want));
});

test.each([
  { given: "#/Base/properties/part", want: "#/Part" },
  { given: "#/Part/properties/parts", want: "#/Part[]" },
  // A text that many members share tells nothing.
  { given: "#/Part/properties/name", want: undefined },
  { given: "#/Base/properties/id", want: undefined },
])("two members are of one kind that refer to one schema: $given", ({ given, want }) => {
  expect(sharedSchema(root, given)).toBe(want);
});
