import { isObject, type JsonObject, listOf } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";

/**
 * Whether a schema documents a member of the object at some place of the instance, in any of its branches.
 *
 * @param steps the way to the object, from the body's root
 */
export function documentsMember(
  root: JsonObject,
  schema: Pointer,
  steps: readonly string[],
  member: string,
): boolean {
  let schemas = partsOf([schema]);
  for (const step of steps) schemas = partsOf(schemas.flatMap((pointer) => placesBelow(pointer, step)));
  return schemas.some((pointer) => propertiesOf(pointer).includes(member));

  /** All schemas that speak of the same place. */
  function partsOf(pointers: readonly Pointer[]): Pointer[] {
    const parts = new Set<Pointer>();
    const open = [...pointers];
    for (let pointer = open.pop(); pointer !== undefined; pointer = open.pop()) {
      const part = valueAt(root, pointer);
      if (!isObject(part) || parts.has(pointer)) continue;
      parts.add(pointer);
      if (typeof part.$ref === "string") open.push(part.$ref);
      for (const keyword of ["allOf", "anyOf", "oneOf"]) {
        const at = below(pointer, keyword);
        open.push(...listOf(part[keyword]).map((_, index) => below(at, index)));
      }
    }
    return [...parts];
  }

  function placesBelow(pointer: Pointer, step: string): Pointer[] {
    if (propertiesOf(pointer).includes(step)) return [below(pointer, "properties", step)];
    return ["items", "additionalProperties"].map((keyword) => below(pointer, keyword));
  }

  function propertiesOf(pointer: Pointer): string[] {
    const properties = valueAt(root, below(pointer, "properties"));
    return isObject(properties) ? Object.keys(properties) : [];
  }
}
