import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { coerce, typesOf } from "../schema/coerce.ts";
import { jsonIn } from "../wire/json-in.ts";

/**
 * What a person gives is text. Where an object or a list is documented it may be JSON; a list may also be its items, with
 * commas between them.
 */
export function readGiven(root: JsonObject, schema: Pointer | undefined, text: string): Json {
  const types = schema === undefined ? [] : typesOf(root, schema);
  const value = types.includes("string") || !/^\s*[[{]/.test(text) ? undefined : jsonIn(text);
  const isMeant = Array.isArray(value)
    ? types.includes("array")
    : isObject(value) && types.includes("object");
  return isMeant && value !== undefined ? value : coerce(root, schema, text);
}
