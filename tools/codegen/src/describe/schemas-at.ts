import { type JsonObject, listOf, whole } from "./whole.ts";

/** The schemas of what stands at a place in a body; `*` is every item of a list. */
export function schemasAt(
  document: unknown,
  schema: unknown,
  [step, ...rest]: readonly string[],
): JsonObject[] {
  const here = partsOf(document, schema);
  if (step === undefined) return here;
  const next = here.flatMap(({ items, properties }) => {
    const below = step === "*" ? items : whole(document, properties)[step];
    return below === undefined ? [] : [below];
  });
  return next.flatMap((below) => schemasAt(document, below, rest));
}

/** The values that schemas list, and whether they say that there are others. */
export function valuesIn(schemas: readonly JsonObject[]): { values: unknown[]; isOpen: boolean } {
  const values = schemas.flatMap((schema) => ("const" in schema ? [schema.const] : listOf(schema.enum)));
  // A list that is not complete is `anyOf: [{ const: A }, …, { type: string }]`.
  const isOpen = schemas.some((schema) =>
    listOf(schema.anyOf).some((choice) => "type" in (choice as object) && !("enum" in (choice as object))),
  );
  return { values, isOpen: isOpen || values.length === 0 };
}

/** Whether a member must be there. */
export function isRequired(document: unknown, schema: unknown, place: readonly string[]): boolean {
  const holders = schemasAt(document, schema, place.slice(0, -1));
  return holders.some(({ required }) => listOf(required).includes(place.at(-1)));
}

/** A schema and all that it is made of. */
function partsOf(document: unknown, schema: unknown, within: readonly unknown[] = []): JsonObject[] {
  if (within.includes(schema)) return [];
  const all = whole(document, schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listOf(all[keyword]));
  return [all, ...parts.flatMap((part) => partsOf(document, part, [...within, schema]))];
}
