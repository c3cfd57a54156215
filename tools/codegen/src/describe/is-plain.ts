import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";

/** Whether a schema lets through nothing but texts, numbers and truth values, as far as it tells. */
export function isPlain(spec: Spec, declared: SchemaObject, place: readonly string[]): boolean {
  const { value: schema, place: at } = resolve<SchemaObject>(spec, declared, place);
  if (schema.type !== undefined) return [schema.type].flat().every((type) => PLAIN.has(type));
  if ("const" in schema) return typeof schema.const !== "object";
  if (schema.enum) return schema.enum.every((value) => typeof value !== "object");
  const choices = schema.anyOf ? "anyOf" : "oneOf";
  const all = schema[choices] ?? [];
  return all.length > 0 && all.every((choice, index) => isPlain(spec, choice, [...at, choices, `${index}`]));
}

const PLAIN: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean", "null"]);
