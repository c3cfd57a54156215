import { fromPointer } from "../spec/json-pointer.ts";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The items, if it is a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A part of a document, its `$ref` followed; keywords beside one count as well (JSON Schema 2020-12 §8.2.3.1). */
export function whole(document: unknown, part: unknown): JsonObject {
  if (!isObject(part)) return {};
  const { $ref, ...beside } = part;
  if (typeof $ref !== "string") return part;
  const target = fromPointer($ref).reduce<unknown>(
    (value, step) => (isObject(value) ? value[step] : undefined),
    document,
  );
  return { ...whole(document, target), ...beside };
}

/** The members of an object, each whole. */
export function members(document: unknown, part: unknown): [string, JsonObject][] {
  return Object.entries(whole(document, part)).map(([name, member]) => [name, whole(document, member)]);
}
