import { isObject, type Json, type JsonObject } from "./json.ts";
import { walkObjects } from "./walk-objects.ts";

/**
 * Says by types what a document of 3.1 says by `nullable`. It is left over from 3.0, and by the letter says nothing, since
 * JSON Schema 2020-12 has no such keyword; what is meant by it is plain all the same.
 *
 * @returns the document itself where it says no such thing, or else a copy
 */
export function sayNullable(root: JsonObject): JsonObject {
  if (!mentionsNullable(root)) return root;
  const copy = structuredClone(root);
  walkObjects(copy, (schema) => {
    const { nullable, type, $ref } = schema;
    if (typeof nullable !== "boolean") return;
    delete schema.nullable;
    if (!nullable) return;
    if (type !== undefined) schema.type = [...new Set([type, "null"].flat())];
    else if (typeof $ref === "string" && schema.anyOf === undefined) {
      delete schema.$ref;
      schema.anyOf = [{ $ref }, { type: "null" }];
    }
  });
  return copy;
}

function mentionsNullable(node: Json): boolean {
  const nodes = new Set([node]);
  for (const one of nodes) {
    if (isObject(one) && Object.hasOwn(one, "nullable")) return true;
    if (Array.isArray(one) || isObject(one)) for (const value of Object.values(one)) nodes.add(value);
  }
  return false;
}
