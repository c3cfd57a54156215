import { branchesOf } from "./branches.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { meant } from "./navigate.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";

/** A place in an instance whose schema bears a keyword. */
export interface MarkedPlace {
  /** Steps from the body's root; `*` for every item of an array. */
  readonly steps: readonly string[];
  /** Pointer of the schema that bears the keyword. */
  readonly schema: Pointer;
  /** The keyword's value. */
  readonly mark: Json;
}

const remembered = new WeakMap<JsonObject, Map<string, readonly MarkedPlace[]>>();

/** Finds where a keyword stands in a schema, through `$ref` and all applicators, each place once. */
export function findMarked(root: JsonObject, start: Pointer, keyword: string): readonly MarkedPlace[] {
  // A document does not change once it is read, and is asked the same for every exchange.
  const known = remembered.get(root) ?? new Map<string, readonly MarkedPlace[]>();
  const key = `${keyword} ${start}`;
  const before = known.get(key);
  if (before) return before;
  const places = findAnew(root, start, keyword);
  remembered.set(root, known.set(key, places));
  return places;
}

/** What many schemas refer to is searched once for all of them. */
function findAnew(root: JsonObject, start: Pointer, keyword: string): readonly MarkedPlace[] {
  const target = meant(root, start);
  return target === start ? search(root, start, keyword) : findMarked(root, target, keyword);
}

function search(root: JsonObject, start: Pointer, keyword: string): MarkedPlace[] {
  const found = new Map<string, MarkedPlace>();
  visit(start, [], new Set());
  return [...found.values()];

  function visit(pointer: Pointer, steps: readonly string[], within: ReadonlySet<Pointer>): void {
    const schema = valueAt(root, pointer);
    // A schema that is within itself has shown its places already.
    if (!isObject(schema) || within.has(pointer)) return;
    const inside = new Set(within).add(pointer);
    if (schema[keyword] !== undefined && !found.has(steps.join("/"))) {
      found.set(steps.join("/"), { steps, schema: pointer, mark: schema[keyword] });
    }
    for (const part of branchesOf(schema, pointer)) visit(part, steps, inside);
    for (const [step, place] of placesOf(schema, pointer)) visit(place, [...steps, step], inside);
  }
}

/** The schemas of the places below, each with the step that leads there. */
function placesOf(schema: JsonObject, pointer: Pointer): [step: string, schema: Pointer][] {
  const names = Object.keys(isObject(schema.properties) ? schema.properties : {});
  const members = names.map((name): [string, Pointer] => [name, below(pointer, "properties", name)]);
  return isObject(schema.items) ? [...members, ["*", below(pointer, "items")]] : members;
}

/** The values that stand at a place, with the concrete pointer of each. */
export function valuesAtPlace(
  body: Json,
  steps: readonly string[],
  pointer: Pointer = "#",
): [Pointer, Json][] {
  const [step, ...rest] = steps;
  if (step === undefined) return [[pointer, body]];
  if (step === "*" && Array.isArray(body)) {
    return body.flatMap((item, index) => valuesAtPlace(item, rest, below(pointer, index)));
  }
  if (!isObject(body) || !Object.hasOwn(body, step)) return [];
  return valuesAtPlace(body[step] as Json, rest, below(pointer, step));
}
