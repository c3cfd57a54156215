import fc from "fast-check";
import { expect, test } from "vitest";
import { describeValidation } from "../src/describe/validation.ts";
import type { SchemaObject } from "../src/spec/schema-object.ts";
import { specOf } from "./spec-of.ts";
import { ajvJudge, runtimeJudge } from "./validation-judges.ts";

const names = fc.constantFrom("a", "b", "hasOwnProperty", "x/y", "x~y", "");
const scalars = fc.constantFrom(
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  0.5,
  2 ** 31,
  "",
  "a",
  "B",
  "😀😀",
  "2024-02-29",
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(names, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const kinds = ["string", "number", "integer", "boolean", "null", "array", "object"];
const limit = fc.integer({ min: 0, max: 3 });

// Each keyword, with arguments that decide something of these values; and references that may lead back.
const judging = {
  $ref: fc.constantFrom("#/components/schemas/One", "#/components/schemas/Two"),
  type: fc.oneof(fc.constantFrom(...kinds), fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 })),
  enum: fc.uniqueArray(values, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) }),
  const: values,
  format: fc.constantFrom("int32", "int64", "double", "uuid", "date", "byte"),
  pattern: fc.constantFrom("^a", "^\\p{Lu}$", "."),
  minLength: limit,
  maxLength: limit,
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: fc.constantFrom(1, 2, 0.5),
  // Not the empty name, which Ajv takes for none where it stops at the first error.
  required: fc.uniqueArray(names.filter(Boolean), { maxLength: 2 }),
  minProperties: limit,
  maxProperties: limit,
  minItems: limit,
  maxItems: limit,
  uniqueItems: fc.boolean(),
  description: fc.constant("what nobody judges by"),
};

// Few keywords at once, or nothing is ever right.
const schemas = fc.letrec<{ schema: unknown; object: object }>((tie) => {
  const holding = {
    properties: fc.dictionary(names, tie("schema"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    additionalProperties: fc.oneof({ maxDepth: 2 }, fc.constant(true), tie("object")),
    propertyNames: tie("object"),
    items: tie("schema"),
    prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    not: tie("object"),
  };
  const entry = (keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    Object.entries(keywords).map(([name, argument]) => argument.map((value) => [name, value] as const));
  const toSchema = (entries: (readonly [string, unknown])[]) => Object.fromEntries(entries);
  const simple = fc.array(fc.oneof(...entry(judging)), { maxLength: 2 }).map(toSchema);
  const mixed = fc
    .array(fc.oneof(...entry(judging), ...entry(holding), ...entry(holding)), { minLength: 1, maxLength: 4 })
    .map(toSchema);
  return {
    schema: fc.oneof({ maxDepth: 3, depthIdentifier: "schema" }, fc.boolean(), simple, mixed, mixed),
    object: fc.oneof({ maxDepth: 3, depthIdentifier: "schema" }, simple, mixed),
  };
});

test("any schema is judged by as Ajv does", async () => {
  let right = 0;
  let wrong = 0;
  await fc.assert(
    fc.asyncProperty(
      schemas.object,
      schemas.object,
      schemas.object,
      fc.array(values, { minLength: 20, maxLength: 20 }),
      async (schema, One, Two, bodies) => {
        const spec = specOf({
          paths: {
            "/": { get: { operationId: "go", responses: { 200: { content: { "a/b+json": { schema } } } } } },
          },
          components: { schemas: { One, Two } as Record<string, SchemaObject> },
        });
        fc.pre(!["One", "Two"].some((name) => leadsToItself({ $ref: name }, { One, Two })));
        const validation = describeValidation(spec);
        const position = validation.operations.go?.["200"];
        const judge = await runtimeJudge(validation);
        const ajv = await ajvJudge(spec.document);
        for (const body of bodies) {
          const ours = position === undefined ? [] : judge(position, body);
          const theirs = ajv("/paths/~1/get/responses/200/content/a~1b+json/schema", body);
          expect({ body, schema, isRight: ours.length === 0 }).toEqual({
            body,
            schema,
            isRight: theirs.length === 0,
          });
          if (ours.length === 0) right += 1;
          else wrong += 1;
        }
      },
    ),
    { numRuns: 500, seed: 4 },
  );
  expect(Math.min(right, wrong)).toBeGreaterThan(1000);
}, 60_000);

/** Whether a schema is judged by itself in one place: no tool has an answer to that. */
function leadsToItself(schema: unknown, components: Record<string, unknown>, within: string[] = []): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  const {
    $ref,
    allOf = [],
    anyOf = [],
    oneOf = [],
    not,
  } = schema as Record<string, unknown[]> & { $ref?: string };
  const parts = [...allOf, ...anyOf, ...oneOf, not];
  if (parts.some((part) => leadsToItself(part, components, within))) return true;
  const name = $ref?.split("/").at(-1);
  if (name === undefined) return false;
  return within.includes(name) || leadsToItself(components[name], components, [...within, name]);
}
