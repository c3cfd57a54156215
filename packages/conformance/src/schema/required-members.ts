import type { JsonObject } from "../document/json.ts";
import { ownKeywords } from "../document/own-keywords.ts";
import type { Pointer } from "../document/pointer.ts";

/** The members that an object must have, by whatever branch of its schema. */
export function requiredMembers(root: JsonObject, schema: Pointer | undefined): ReadonlySet<string> {
  const lists = schema === undefined ? [] : ownKeywords(root, schema, "required");
  return new Set(lists.flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [])));
}
