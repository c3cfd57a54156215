import { isObject, type Json, type JsonObject, listOf } from "../document/json.ts";
import { meant } from "../document/navigate.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { ERROR_CODE, STATUS } from "../document/vocabulary.ts";

/** All that the schemas of one place say together, whichever of them says it. */
export interface Draft {
  readonly values: Map<unknown, Json>;
  readonly codeMarks: Json[];
  readonly statusMarks: JsonObject[];
  readonly members: Map<string, Draft>;
  others?: Draft;
  items?: Draft;
}

/** Schemas that all refer to each other promise more places than anybody could show: of one body, no more are looked at. */
const MOST = 1000;

/** Gathers what the schemas of each place say, through `$ref` and all applicators, from near to far. */
export function draftPromises(root: JsonObject, schema: Pointer): Draft {
  const known = remembered.get(root) ?? new Map<Pointer, Draft>();
  remembered.set(root, known);
  const target = meant(root, schema);
  const before = known.get(target);
  if (before) return before;
  const draft = emptyDraft();
  collect(root, target, draft);
  known.set(target, draft);
  return draft;
}

// What is said in one place, and meant in many, is read once.
const remembered = new WeakMap<JsonObject, Map<Pointer, Draft>>();

function collect(root: JsonObject, start: Pointer, whole: Draft): void {
  const further: [pointer: Pointer, draft: Draft, within: Within | undefined][] = [[start, whole, undefined]];
  let looks = 0;
  for (const place of further) look(...place);

  function look(pointer: Pointer, draft: Draft, outer: Within | undefined): void {
    const schema = valueAt(root, pointer);
    looks += 1;
    if (looks > MOST || !isObject(schema) || isWithin(pointer, outer)) return;
    const within = { pointer, outer };
    noteValues(schema, draft);
    for (const [place, into] of placesOf(schema, pointer, draft)) {
      if (into === draft) look(place, into, within);
      else further.push([place, into, within]);
    }
  }
}

/** A schema, and those that it is within. */
interface Within {
  readonly pointer: Pointer;
  readonly outer: Within | undefined;
}

function isWithin(pointer: Pointer, within: Within | undefined): boolean {
  for (let one = within; one; one = one.outer) if (one.pointer === pointer) return true;
  return false;
}

function noteValues(schema: JsonObject, { values, codeMarks, statusMarks }: Draft): void {
  for (const value of listOf(schema.enum)) values.set(keyOf(value), value);
  if (schema.const !== undefined) values.set(keyOf(schema.const), schema.const);
  if (schema[ERROR_CODE] !== undefined) codeMarks.push(schema[ERROR_CODE]);
  if (isObject(schema[STATUS])) statusMarks.push(schema[STATUS]);
}

/** The schemas within one, each with the draft of the place that it speaks of. */
function* placesOf(schema: JsonObject, at: Pointer, draft: Draft): Generator<[Pointer, Draft]> {
  if (typeof schema.$ref === "string") yield [schema.$ref, draft];
  for (const applicator of ["allOf", "anyOf", "oneOf"]) {
    for (const index of listOf(schema[applicator]).keys()) yield [below(at, applicator, index), draft];
  }
  for (const index of listOf(schema.prefixItems).keys()) {
    yield [below(at, "prefixItems", index), itemsOf(draft)];
  }
  for (const [name, member] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    // OAS 3.1.1 §4.8.24, JSON Schema 2020-12 §9.4: what is only written is not in an answer.
    if (isObject(member) && member.writeOnly === true) continue;
    yield [below(at, "properties", name), memberOf(draft, name)];
  }
  if (isObject(schema.items)) yield [below(at, "items"), itemsOf(draft)];
  if (isObject(schema.additionalProperties)) yield [below(at, "additionalProperties"), othersOf(draft)];
}

function itemsOf(draft: Draft): Draft {
  draft.items ??= emptyDraft();
  return draft.items;
}

function othersOf(draft: Draft): Draft {
  draft.others ??= emptyDraft();
  return draft.others;
}

function memberOf({ members }: Draft, name: string): Draft {
  const known = members.get(name) ?? emptyDraft();
  members.set(name, known);
  return known;
}

function emptyDraft(): Draft {
  return { values: new Map(), codeMarks: [], statusMarks: [], members: new Map() };
}

/** Tells values apart as JSON does: `1` is no `"1"`, and equal objects are equal. */
export function keyOf(value: Json): unknown {
  return typeof value === "object" && value !== null ? `${JSON.stringify(value)}\0` : value;
}
