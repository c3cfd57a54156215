import { isObject, type Json, type JsonObject } from "./json.ts";
import { type Pointer, stepsOf } from "./pointer.ts";

/** A copy with another value at a pointer; the member is added if it was not there. */
export function replaceAt(root: Json, pointer: Pointer, value: Json): Json {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  if (last === undefined) return value;
  return onParent(root, pointer, (parent) => {
    if (Array.isArray(parent)) parent[Number(last)] = value;
    else if (isObject(parent)) setMember(parent, last, value);
  });
}

/** A copy without what stands at a pointer. */
export function removeAt(root: Json, pointer: Pointer): Json {
  return onParent(root, pointer, (parent) => {
    if (isObject(parent)) delete parent[stepsOf(pointer).at(-1) ?? ""];
  });
}

function onParent(root: Json, pointer: Pointer, edit: (parent: Json | undefined) => void): Json {
  const copy = copyOf(root);
  let parent: Json | undefined = copy;
  for (const step of stepsOf(pointer).slice(0, -1)) parent = copyMember(parent, step);
  edit(parent);
  return copy;
}

/** Puts a copy of a member in its place, and says which. */
function copyMember(holder: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(holder)) {
    const at = Number(step);
    if (!(at in holder)) return undefined;
    const value = copyOf(holder[at] as Json);
    holder[at] = value;
    return value;
  }
  if (!isObject(holder) || !Object.hasOwn(holder, step)) return undefined;
  const value = copyOf(holder[step] as Json);
  setMember(holder, step, value);
  return value;
}

/** Puts a member into an object, whatever its name is. */
export function setMember(holder: JsonObject, name: string, value: Json): void {
  if (name !== "__proto__") {
    holder[name] = value;
    return;
  }
  // A plain assignment would set the prototype.
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A copy of the outermost alone. */
function copyOf(value: Json): Json {
  if (Array.isArray(value)) return [...value];
  return isObject(value) ? { ...value } : value;
}
