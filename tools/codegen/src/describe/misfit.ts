import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";

/** A value of a type that a schema excludes, for type tests; undefined where the schema does not tell. */
export function misfitOf(spec: Spec, schema: SchemaObject, place: Place): unknown {
  const types = typesOf(spec, schema, place);
  if (!types) return undefined;
  return [0, "0", true].find((value) => !types.has(typeof value));
}

/** The JSON types that a schema allows; undefined if it may be any. */
function typesOf(spec: Spec, declared: SchemaObject, declaredAt: Place): Set<string> | undefined {
  const { value, place } = resolve<SchemaObject>(spec, declared, declaredAt);
  const schema = { ...value, ...declared };
  const { type, enum: listed = "const" in schema ? [schema.const] : undefined } = schema;
  if (listed) return new Set(listed.map((item) => typeof item));
  if (type !== undefined) return new Set([type].flat().map((name) => (name === "integer" ? "number" : name)));

  const alternatives = (schema.anyOf ?? schema.oneOf)?.map((part) => typesOf(spec, part, place));
  if (alternatives?.every((types) => types !== undefined)) {
    return new Set(alternatives.flatMap((types) => [...types]));
  }
  const parts = (schema.allOf ?? []).map((part) => typesOf(spec, part, place));
  return parts.find((types) => types !== undefined) ?? (schema.properties ? new Set(["object"]) : undefined);
}
