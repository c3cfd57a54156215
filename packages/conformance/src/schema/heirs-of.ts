import { isObject, type JsonObject } from "../document/json.ts";
import { follow, members, objectAt } from "../document/navigate.ts";
import { below, type Pointer } from "../document/pointer.ts";

/**
 * The schemas that inherit from a base: a schema with a `discriminator`, but no list of alternatives, stands for each one
 * that has it in its `allOf` (OAS 3.1.1 §4.8.25, "Models with Polymorphism Support").
 */
export function heirsOf(root: JsonObject, pointer: Pointer): Pointer[] {
  const base = follow(root, pointer);
  const { discriminator, oneOf, anyOf } = objectAt(root, base);
  if (!isObject(discriminator) || oneOf !== undefined || anyOf !== undefined) return [];
  const schemas = members(root, below("#", "components", "schemas")).map(([, at]) => at);
  const heirs = new Set<Pointer>();
  for (let known = -1; known < heirs.size; ) {
    known = heirs.size;
    for (const one of schemas) if (one !== base && inherits(root, one, [base, ...heirs])) heirs.add(one);
  }
  return [...heirs];
}

/** Where a base is documented, any of its heirs may come, with what it documents itself. */
export function admitHeirs(root: JsonObject, schema: JsonObject): void {
  const { $ref: base } = schema;
  if (typeof base !== "string" || schema.anyOf !== undefined) return;
  const heirs = heirsOf(root, base);
  if (heirs.length > 0) schema.anyOf = [base, ...heirs].map(($ref) => ({ $ref }));
}

function inherits(root: JsonObject, pointer: Pointer, ancestors: readonly Pointer[]): boolean {
  const { allOf } = objectAt(root, pointer);
  return (
    Array.isArray(allOf) &&
    allOf.some((part) => isObject(part) && typeof part.$ref === "string" && ancestors.includes(part.$ref))
  );
}
