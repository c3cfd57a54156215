import { isObject, type Json } from "../document/json.ts";

/**
 * How a value that is no scalar travels in a query or a form.
 *
 * - `repeated`: a list as fields of one name (OAS 3.1.1 §4.8.12.2.2, `form` with `explode`), an object as JSON
 * - `json`: the whole value as one JSON text
 * - `flat`: each leaf as a field of its own, `Filter.1.Name`
 */
export type Serialization = "repeated" | "json" | "flat";

/** One field of a query or a form. */
export type Field = readonly [name: string, text: string];

/** The fields that a value travels as. */
export function serialize(name: string, value: Json, serialization: Serialization = "repeated"): Field[] {
  if (serialization === "json") return [[name, JSON.stringify(value)]];
  if (serialization === "flat") return flatten(name, value);
  return (Array.isArray(value) ? value : [value]).map((item) => [name, textOf(item)]);
}

/** Whether a field is one of those that a parameter travels as. */
export function isFieldOf(name: string, serialization: Serialization | undefined, field: string): boolean {
  return field === name || (serialization === "flat" && field.startsWith(`${name}.`));
}

function flatten(name: string, value: Json): Field[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flatten(`${name}.${index + 1}`, item));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => flatten(`${name}.${key}`, item));
  return [[name, String(value)]];
}

function textOf(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
