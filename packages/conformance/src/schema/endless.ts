import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";

// The schemas under these judge the same value; those under all others judge a part of it, and come to an end with it.
const SAME = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"]);
const PARTS = new Set(
  "properties patternProperties additionalProperties unevaluatedProperties propertyNames items prefixItems contains unevaluatedItems".split(
    " ",
  ),
);

/**
 * Whether a schema, or one that it leads to, comes back to itself for the same value: no validator of it would come to an
 * end (JSON Schema 2020-12 §9.4.1). It is what becomes of a base that lists its heirs, each of which has it in its `allOf`.
 */
export function isEndless(root: JsonObject, start: Pointer): boolean {
  const done = new Set<Pointer>();
  const pending = [start];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (leadsBack(next, new Set())) return true;
  }
  return false;

  function leadsBack(pointer: Pointer, path: ReadonlySet<Pointer>): boolean {
    if (path.has(pointer)) return true;
    if (done.has(pointer)) return false;
    const schema = valueAt(root, pointer);
    if (!isObject(schema)) return false;
    const onwards = new Set(path).add(pointer);
    for (const [key, value] of Object.entries(schema)) {
      if (PARTS.has(key)) pending.push(...schemasIn(value, below(pointer, key)));
    }
    const same = Object.entries(schema).flatMap(([key, value]) => {
      if (key === "$ref" && typeof value === "string") return [value];
      return SAME.has(key) ? schemasIn(value, below(pointer, key)) : [];
    });
    const isBack = same.some((one) => leadsBack(one, onwards));
    done.add(pointer);
    return isBack;
  }
}

/** A schema, a list of them, or a map of them: whatever it is, what is none leads nowhere. */
function schemasIn(value: Json, pointer: Pointer): Pointer[] {
  if (Array.isArray(value)) return value.map((_, index) => below(pointer, index));
  return isObject(value) ? [pointer, ...Object.keys(value).map((key) => below(pointer, key))] : [];
}
