import { expect, test } from "vitest";
import { documentOfSchema } from "../../test/acme-jobs.ts";
import { lazyValidators } from "./compile-validators.ts";
import { heirsOf } from "./heirs-of.ts";
import { listSchemas } from "./list-schemas.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const kind = { type: "string" };
const schemas = {
  Pet: { type: "object", required: ["kind"], properties: { kind }, discriminator: { propertyName: "kind" } },
  Dog: { allOf: [ref("Pet"), { required: ["bark"], properties: { bark: { type: "boolean" } } }] },
  Puppy: { allOf: [ref("Dog"), { properties: { age: { type: "integer" } } }] },
  Stone: { type: "object", properties: { bark: { type: "boolean" } } },
  Choice: { oneOf: [ref("Dog"), ref("Stone")], discriminator: { propertyName: "kind" } },
};

test.each([
  { given: "Pet", want: ["Dog", "Puppy"] },
  { given: "Dog", want: [] },
  { given: "Choice", want: [] },
])("the heirs of $given", ({ given, want }) => {
  const { root } = documentOfSchema(ref("Pet"), { schemas });
  expect(heirsOf(root, ref(given).$ref)).toEqual(want.map((name) => ref(name).$ref));
});

test.each([
  { given: { kind: "other" }, want: true },
  { given: { kind: "dog", bark: true }, want: true },
  { given: { kind: "puppy", bark: true, age: 1 }, want: true },
  { given: { kind: "dog", bark: "loud" }, want: false },
  { given: { kind: "dog", bark: true, meow: true }, want: false },
  { given: { bark: true }, want: false },
])("where a base is documented, $given is $want", ({ given, want }) => {
  const document = documentOfSchema({ type: "array", items: ref("Pet") }, { schemas });
  expect(lazyValidators(document).get(listSchemas(document)[0] ?? "")?.([given])).toBe(want);
});
