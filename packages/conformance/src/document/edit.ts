import { isObject, type Json } from "./json.ts";
import { type Pointer, stepsOf, valueAt } from "./pointer.ts";

/** A copy with another value at a pointer; the member is added if it was not there. */
export function replaceAt(root: Json, pointer: Pointer, value: Json): Json {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  if (last === undefined) return value;
  return onParent(root, pointer, (parent) => {
    if (Array.isArray(parent)) parent[Number(last)] = value;
    // A plain assignment to `__proto__` would set the prototype.
    else if (isObject(parent))
      Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
  });
}

/** A copy without what stands at a pointer. */
export function removeAt(root: Json, pointer: Pointer): Json {
  return onParent(root, pointer, (parent) => {
    if (isObject(parent)) delete parent[stepsOf(pointer).at(-1) ?? ""];
  });
}

function onParent(root: Json, pointer: Pointer, edit: (parent: Json | undefined) => void): Json {
  const copy = structuredClone(root);
  edit(valueAt(copy, pointer.slice(0, pointer.lastIndexOf("/"))));
  return copy;
}
