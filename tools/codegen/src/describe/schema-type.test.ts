import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { schemaType } from "./schema-type.ts";

it.each([
  { given: undefined, want: "unknown" },
  { given: {}, want: "unknown" },
  { given: { type: "integer" }, want: "number" },
  { given: { $ref: "#/components/schemas/Job" }, want: 'schemas["Job"]' },
  { given: { $ref: "#/components/schemas/Job/properties/id" }, want: 'inline["id"]' },
  { given: { type: "string", enum: ["A"] }, want: 'inline["id"]' },
])("$given → $want", ({ given, want }) => {
  expect(schemaType(specOf({}), given, "id")).toBe(want);
});
