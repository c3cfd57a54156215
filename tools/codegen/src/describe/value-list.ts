import type { SchemaObject } from "../spec/schema-object.ts";

/** The values that the documentation lists, and whether it says that these are all. */
export interface ValueList {
  readonly values: readonly (string | number)[];
  readonly open: boolean;
}

/**
 * The values a schema lists: closed as `enum` or `const`, or open as
 * `anyOf: [{ const: A }, { const: B }, { type: string }]`.
 */
export function listedValues(schema: SchemaObject): ValueList | undefined {
  const closed = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (closed.length > 0) return { values: closed.filter(isListable), open: false };

  const last = schema.anyOf?.at(-1);
  const constants = schema.anyOf?.slice(0, -1).map((alternative) => alternative.const) ?? [];
  const open = last?.type === "string" || last?.type === "integer" || last?.type === "number";
  if (!open || constants.length === 0 || !constants.every(isListable)) return undefined;
  return { values: constants, open: true };
}

function isListable(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
