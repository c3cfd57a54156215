import { expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import { isEndless } from "./endless.ts";
import { listSchemas } from "./list-schemas.ts";
import { soundValidators } from "./sound-validators.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const ENDLESS = [
  { name: "its own part", schema: { allOf: [ref("A")] } },
  { name: "the part of a choice", schema: { oneOf: [{ type: "string" }, ref("A")] } },
  { name: "a condition", schema: { if: ref("A") } },
  { name: "below a member", schema: { properties: { next: { allOf: [ref("B")] } } } },
  { name: "a base that lists its heirs", schema: { oneOf: [ref("Heir")] } },
];

const ENDING = [
  { name: "a list of itself", schema: { items: ref("A") } },
  { name: "a tree", schema: { properties: { left: ref("A"), right: { allOf: [ref("A")] } } } },
  { name: "the same part twice", schema: { allOf: [ref("Plain"), { $ref: "#/components/schemas/Plain" }] } },
  { name: "members of such names", schema: { properties: { allOf: ref("A"), not: ref("A") } } },
  { name: "the schema that admits all", schema: true },
];

const others = { B: { anyOf: [ref("B")] }, Plain: {}, Heir: { allOf: [ref("A")] } };

test.each([
  ...ENDLESS.map((row) => ({ ...row, want: true })),
  ...ENDING.map((row) => ({ ...row, want: false })),
])("$name: $want", ({ schema, want }) => {
  const { root } = documentOfSchema(ref("A"), { schemas: { A: schema, ...others } });
  expect(isEndless(root, "#/components/schemas/A")).toBe(want);
});

test("what has no end is told, and not asked", async () => {
  const document = documentOfSchema(ref("A"), { schemas: { A: { allOf: [ref("A")] } } });
  const { failures } = await soundValidators(document);
  const why = "a schema refers to itself for the same value, without end";
  expect([...failures]).toEqual(listSchemas(document).map((pointer) => [pointer, why]));
});
