import { isObject, type JsonObject } from "./json.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";

/** The schemas that a schema hands the same value to: what it refers to, and its branches. */
export function branchesOf(schema: JsonObject, pointer: Pointer): Pointer[] {
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((applicator) => {
    const parts = Array.isArray(schema[applicator]) ? schema[applicator] : [];
    return parts.map((_, index) => below(pointer, applicator, index));
  });
  return typeof schema.$ref === "string" ? [schema.$ref, ...branches] : branches;
}

const remembered = new WeakMap<JsonObject, Map<Pointer, readonly Pointer[]>>();

/** A schema with all that it hands the same value to, and they in turn, each once. */
export function allBranches(root: JsonObject, start: Pointer): readonly Pointer[] {
  // A document does not change once it is read, and is asked the same for every exchange.
  const known = remembered.get(root) ?? new Map<Pointer, readonly Pointer[]>();
  remembered.set(root, known);
  const found = known.get(start) ?? walk(root, start);
  known.set(start, found);
  return found;
}

function walk(root: JsonObject, start: Pointer): Pointer[] {
  const found = new Set([start]);
  for (const pointer of found) {
    const schema = valueAt(root, pointer);
    if (isObject(schema)) for (const branch of branchesOf(schema, pointer)) found.add(branch);
  }
  return [...found].filter((pointer) => isObject(valueAt(root, pointer)));
}

/** The schemas of a place in what a schema describes, by whatever branch. */
export function schemasAt(root: JsonObject, schema: Pointer, steps: readonly string[]): readonly Pointer[] {
  return steps.reduce<readonly Pointer[]>((at, step) => schemasBelow(root, at, step), [schema]);
}

/** The schemas of what is below a place: of a member, or of items and what else is not named; each once, or they would become twice as many with every step. */
export function schemasBelow(root: JsonObject, schemas: readonly Pointer[], step: string): Pointer[] {
  const branches = new Set(schemas.flatMap((schema) => allBranches(root, schema)));
  return [...branches].flatMap((schema) => {
    const properties = valueAt(root, below(schema, "properties"));
    if (isObject(properties) && Object.hasOwn(properties, step)) return [below(schema, "properties", step)];
    const others = ["items", "additionalProperties"].map((keyword) => below(schema, keyword));
    return others.filter((pointer) => valueAt(root, pointer) !== undefined);
  });
}
