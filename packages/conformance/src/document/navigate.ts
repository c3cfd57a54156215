import { isObject, type JsonObject } from "./json.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";

/** Where a Reference Object leads, however long the chain; what leads back to itself is left where it began. */
export function follow(root: JsonObject, pointer: Pointer, seen: readonly Pointer[] = []): Pointer {
  const value = valueAt(root, pointer);
  if (!isObject(value) || typeof value.$ref !== "string" || seen.includes(pointer)) return pointer;
  return follow(root, value.$ref, [...seen, pointer]);
}

/** The schema that another one stands for, if that is nothing but a reference: what is known of it is known of both. */
export function meant(root: JsonObject, pointer: Pointer): Pointer {
  const value = valueAt(root, pointer);
  if (!isObject(value) || typeof value.$ref !== "string") return pointer;
  return Object.keys(value).length === 1 ? meant(root, value.$ref) : pointer;
}

/** The object at a pointer; an empty one where there is none. */
export function objectAt(root: JsonObject, pointer: Pointer): JsonObject {
  const value = valueAt(root, pointer);
  return isObject(value) ? value : {};
}

/** The members of the object at a pointer, with the pointer of each. */
export function members(root: JsonObject, pointer: Pointer): [name: string, pointer: Pointer][] {
  return Object.keys(objectAt(root, pointer)).map((name) => [name, below(pointer, name)]);
}
