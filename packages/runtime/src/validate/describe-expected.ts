import type { Schema } from "./schema.ts";

/** What a schema admits, in a few words. */
export function describeExpected(schemas: readonly Schema[], schema: Schema = {}): string {
  const { enum: values, allOf, anyOf, oneOf } = schema;
  if (values) return describeValues(values);
  if (schema.type !== undefined) return describeKinds([schema.type].flat(), schema);
  const branches = anyOf ?? oneOf;
  const parts = (branches ?? allOf ?? []).map((part) => describeExpected(schemas, schemas[part]));
  return [...new Set(parts)].join(branches ? " or " : " and ") || "what is documented";
}

function describeKinds(types: readonly string[], { format, required }: Schema): string {
  const kinds = types.join(" or ");
  if (format) return `${kinds} of format ${format}`;
  return required && types[0] === "object" ? `${kinds} with ${required.join(", ")}` : kinds;
}

function describeValues(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST).map((value) => JSON.stringify(value));
  const more = values.length > MOST ? [`${values.length - MOST} more`] : [];
  return `${values.length > 1 ? "one of " : ""}${[...shown, ...more].join(", ")}`;
}

const MOST = 20;
