import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { isPlain } from "./is-plain.ts";

const spec = specOf({
  components: { schemas: { Name: { type: "string" }, Names: { type: "array" } } } as never,
});

it.each([
  { given: { type: "string" }, want: true },
  { given: { type: ["integer", "null"] }, want: true },
  { given: { enum: ["A", 1, true] }, want: true },
  { given: { const: "A" }, want: true },
  { given: { anyOf: [{ const: "A" }, { type: "string" }] }, want: true },
  { given: { oneOf: [{ $ref: "#/components/schemas/Name" }, { type: "number" }] }, want: true },
  { given: { $ref: "#/components/schemas/Name" }, want: true },
  { given: { $ref: "#/components/schemas/Names" }, want: false },
  { given: { type: "array", items: { type: "string" } }, want: false },
  { given: { type: ["string", "object"] }, want: false },
  { given: { enum: ["A", ["B"]] }, want: false },
  { given: { anyOf: [{ type: "string" }, { type: "array" }] }, want: false },
  // What tells nothing lets everything through.
  { given: {}, want: false },
])("$given → $want", ({ given, want }) => {
  expect(isPlain(spec, given as never, [])).toBe(want);
});
