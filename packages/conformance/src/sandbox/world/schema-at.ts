import { allBranches } from "../../document/branches.ts";
import { isObject, type JsonObject } from "../../document/json.ts";
import { below, type Pointer, valueAt } from "../../document/pointer.ts";

type Members = ReadonlyMap<string, Pointer>;
const remembered = new WeakMap<JsonObject, Map<Pointer, Members>>();

/** The documented members of what a schema describes, through `$ref` and applicators: name and schema. */
export function membersOf(root: JsonObject, schema: Pointer): Members {
  const known = remembered.get(root) ?? new Map<Pointer, Members>();
  remembered.set(root, known);
  const found = known.get(schema) ?? readMembers(root, schema);
  known.set(schema, found);
  return found;
}

/** The schema of a place in what a schema describes; a step `*` or a number is an item. */
export function schemaAt(
  root: JsonObject,
  schema: Pointer | undefined,
  steps: readonly string[],
): Pointer | undefined {
  return steps.reduce<Pointer | undefined>((at, step) => at && stepInto(root, at, step), schema);
}

/** What a schema refers to for an object, or for the items of a list: where two do, they describe the same. */
export function sharedSchema(root: JsonObject, schema: Pointer): string | undefined {
  const node = valueAt(root, schema);
  if (!isObject(node)) return undefined;
  if (isObject(node.items) && typeof node.items.$ref === "string") return `${node.items.$ref}[]`;
  if (typeof node.$ref !== "string") return undefined;
  return membersOf(root, node.$ref).size > 0 ? node.$ref : undefined;
}

function stepInto(root: JsonObject, schema: Pointer, step: string): Pointer | undefined {
  const member = membersOf(root, schema).get(step);
  if (member || !/^(\*|\d+)$/.test(step)) return member;
  const holder = allBranches(root, schema).find((part) => isObject(valueAt(root, below(part, "items"))));
  return holder && below(holder, "items");
}

function readMembers(root: JsonObject, schema: Pointer): Members {
  const found = new Map<string, Pointer>();
  for (const part of allBranches(root, schema)) {
    const properties = valueAt(root, below(part, "properties"));
    for (const name of Object.keys(isObject(properties) ? properties : {})) {
      if (!found.has(name)) found.set(name, below(part, "properties", name));
    }
  }
  return found;
}
