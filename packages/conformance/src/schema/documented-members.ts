import { isObject, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";

/**
 * The members that schemas document for one place, through `$ref` and `allOf`: by name, the pointers of all the
 * schemas that describe them together.
 */
export function documentedMembers(root: JsonObject, ...starts: Pointer[]): Map<string, Pointer[]> {
  const members = new Map<string, Pointer[]>();
  for (const part of partsOf(root, ...starts)) {
    const { properties } = valueAt(root, part) as JsonObject;
    for (const name of Object.keys(isObject(properties) ? properties : {})) {
      members.set(name, [...(members.get(name) ?? []), below(part, "properties", name)]);
    }
  }
  return members;
}

/** The schemas of the items of one place, likewise. */
export function documentedItems(root: JsonObject, ...starts: Pointer[]): Pointer[] {
  return partsOf(root, ...starts)
    .map((part) => below(part, "items"))
    .filter((items) => isObject(valueAt(root, items)));
}

/** All schemas that describe one place together. */
function partsOf(root: JsonObject, ...starts: Pointer[]): Pointer[] {
  const parts = new Set<Pointer>();
  for (const start of starts) visit(start);
  return [...parts];

  function visit(pointer: Pointer): void {
    const schema = valueAt(root, pointer);
    if (!isObject(schema) || parts.has(pointer)) return;
    parts.add(pointer);
    if (typeof schema.$ref === "string") visit(schema.$ref);
    (Array.isArray(schema.allOf) ? schema.allOf : []).forEach((_, index) => {
      visit(below(pointer, "allOf", index));
    });
  }
}
