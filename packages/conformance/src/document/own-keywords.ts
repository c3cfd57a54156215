import { allBranches } from "./branches.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { type Pointer, valueAt } from "./pointer.ts";

/** The values that a keyword has for a value itself, and not for one within it: one of each branch that bears it. */
export function ownKeywords(
  root: JsonObject,
  schema: Pointer,
  keyword: string,
): { readonly schema: Pointer; readonly value: Json }[] {
  return allBranches(root, schema).flatMap((pointer) => {
    const branch = valueAt(root, pointer);
    const value = isObject(branch) ? branch[keyword] : undefined;
    return value === undefined ? [] : [{ schema: pointer, value }];
  });
}
