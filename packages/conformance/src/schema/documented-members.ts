import { isObject, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";

/**
 * The members that a schema documents for its own place, through `$ref` and `allOf`: by name, the pointers of all
 * the schemas that describe them together.
 */
export function documentedMembers(root: JsonObject, start: Pointer): Map<string, Pointer[]> {
  const members = new Map<string, Pointer[]>();
  const seen = new Set<Pointer>();
  visit(start);
  return members;

  function visit(pointer: Pointer): void {
    const schema = valueAt(root, pointer);
    if (!isObject(schema) || seen.has(pointer)) return;
    seen.add(pointer);
    for (const name of Object.keys(isObject(schema.properties) ? schema.properties : {})) {
      members.set(name, [...(members.get(name) ?? []), below(pointer, "properties", name)]);
    }
    if (typeof schema.$ref === "string") visit(schema.$ref);
    (Array.isArray(schema.allOf) ? schema.allOf : []).forEach((_, index) => {
      visit(below(pointer, "allOf", index));
    });
  }
}
