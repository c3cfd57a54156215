import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";
import { documentedItems } from "./documented-members.ts";

/** Whether closing a place would refuse anything: in it, or in its items. */
export function isClosable(
  root: JsonObject,
  pointer: Pointer,
  seen: ReadonlySet<Pointer> = new Set(),
): boolean {
  if (documentsMembers(root, pointer)) return true;
  const within = new Set(seen).add(pointer);
  return documentedItems(root, pointer).some(
    (items) => !within.has(items) && isClosable(root, items, within),
  );
}

/** Whether a schema documents any member of its own place, in any of its branches. */
export function documentsMembers(root: JsonObject, pointer: Pointer): boolean {
  const seen = new Set<Json>();
  return describesMembers(valueAt(root, pointer));

  function describesMembers(schema: Json | undefined): boolean {
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    if (isObject(schema.properties)) return true;
    if (typeof schema.$ref === "string" && describesMembers(valueAt(root, schema.$ref))) return true;
    return ["allOf", "anyOf", "oneOf"].some((key) => {
      const parts = schema[key];
      return Array.isArray(parts) && parts.some(describesMembers);
    });
  }
}
