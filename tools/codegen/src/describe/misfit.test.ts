import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { misfitOf } from "./misfit.ts";

const spec = specOf({ components: { schemas: { Name: { type: "string" } } } as never });

it.each([
  { given: {}, want: undefined },
  { given: { type: "string" }, want: 0 },
  { given: { type: ["string", "null"] }, want: 0 },
  { given: { type: "integer" }, want: "0" },
  { given: { type: ["integer", "string"] }, want: true },
  { given: { type: "object" }, want: 0 },
  { given: { $ref: "#/components/schemas/Name" }, want: 0 },
  { given: { enum: [1, 2] }, want: "0" },
  { given: { const: "A" }, want: 0 },
  { given: { anyOf: [{ const: "A" }, { type: "string" }] }, want: 0 },
  { given: { oneOf: [{ type: "number" }, { type: "string" }] }, want: true },
  { given: { oneOf: [{ type: "number" }, {}] }, want: undefined },
  { given: { allOf: [{ description: "any" }, { type: "boolean" }] }, want: 0 },
  { given: { properties: {} }, want: 0 },
])("$given excludes $want", ({ given, want }) => {
  expect(misfitOf(spec, given, [])).toBe(want);
});
