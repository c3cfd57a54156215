import { valueAt } from "../pointer.ts";
import { isObject, type JsonObject } from "./json.ts";

/** A part of a document, its `$ref` followed; keywords beside one count as well (JSON Schema 2020-12 §8.2.3.1). */
export function resolve(document: unknown, part: unknown): JsonObject {
  if (!isObject(part)) return {};
  const { $ref, ...beside } = part;
  if (typeof $ref !== "string") return part;
  // RFC 6901 §6: in a fragment, a pointer is percent-encoded.
  return { ...resolve(document, valueAt(document, decodeURIComponent($ref.slice(1)))), ...beside };
}

/** The members of an object, each resolved. */
export function members(document: unknown, part: unknown): [string, JsonObject][] {
  return Object.entries(resolve(document, part)).map(([name, member]) => [name, resolve(document, member)]);
}
