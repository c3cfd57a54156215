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

/** Finds where a keyword stands in a schema, through `$ref` and all applicators, each place once, the nearest first. */
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

/** A schema on the way, and by which it was come to. */
interface Visit {
  readonly pointer: Pointer;
  readonly steps: readonly string[];
  readonly from: Visit | undefined;
}

/**
 * So many schemas are looked at. Where many refer to each other, the ways through them are without number, and those
 * that are left out are far below.
 */
const ENOUGH = 10_000;

function search(root: JsonObject, start: Pointer, keyword: string): MarkedPlace[] {
  const found = new Map<string, MarkedPlace>();
  const visits: Visit[] = [{ pointer: start, steps: [], from: undefined }];
  for (const visit of visits) {
    const { pointer, steps, from } = visit;
    const schema = valueAt(root, pointer);
    // A schema that is within itself has shown its places already.
    if (!isObject(schema) || isWithin(pointer, from)) continue;
    const mark = schema[keyword];
    const place = steps.join("/");
    if (mark !== undefined && !found.has(place)) found.set(place, { steps, schema: pointer, mark });
    if (visits.length > ENOUGH) continue;
    for (const part of branchesOf(schema, pointer)) visits.push({ pointer: part, steps, from: visit });
    for (const [step, below] of placesOf(schema, pointer))
      visits.push({ pointer: below, steps: [...steps, step], from: visit });
  }
  return [...found.values()].sort((a, b) => a.steps.length - b.steps.length);
}

function isWithin(pointer: Pointer, start: Visit | undefined): boolean {
  for (let visit = start; visit; visit = visit.from) if (visit.pointer === pointer) return true;
  return false;
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
