import { successCodes } from "../document/error-code-place.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { ERROR_CODE, STATUS } from "../document/vocabulary.ts";
import type { PointKind } from "./evidence.ts";

/** Something promised, and whether it was seen. */
export interface Promised {
  readonly kind: PointKind;
  readonly name: string;
  isSeen: boolean;
}

/** What is promised at one place of a body, and below it. */
export interface PromiseNode {
  /** Absent at the root. */
  readonly field?: Promised;
  /** What is shown by a value, keyed by `keyOf`. */
  readonly byValue: ReadonlyMap<unknown, readonly Promised[]>;
  readonly members: ReadonlyMap<string, PromiseNode>;
  /** For members of any other name. */
  readonly others?: PromiseNode;
  readonly items?: PromiseNode;
}

/** Gives the one point of a kind and a name. */
export type PromisePoint = (kind: PointKind, name: string) => Promised;

/** All that the schemas of one place say together, whichever of them says it. */
interface Draft {
  readonly values: Map<unknown, Json>;
  readonly codeMarks: Json[];
  readonly statusMarks: JsonObject[];
  readonly members: Map<string, Draft>;
  others?: Draft;
  items?: Draft;
}

/**
 * Reads what the schema of a body promises, through `$ref` and all applicators. A schema that is within itself has
 * promised its members already.
 *
 * @param label what stands before the pointer in a name, such as `200 application/json`
 * @param status the documented status, which error codes belong to
 */
export function readPromises(
  root: JsonObject,
  schema: Pointer,
  { label, status, promise }: { label: string; status: string; promise: PromisePoint },
): PromiseNode {
  const draft = emptyDraft();
  collect(root, schema, draft, new Set());
  return finish(draft, "#");

  function finish(draft: Draft, at: Pointer): PromiseNode {
    const name = `${label} ${at}`;
    const field = at === "#" ? undefined : promise("field", name);
    const shown = [...listedIn(draft, name), ...statesIn(draft)];
    const byKey = Map.groupBy(shown, ([key]) => key);
    const byValue = new Map([...byKey].map(([key, same]) => [key, same.map(([, point]) => point)] as const));
    const members = new Map(
      [...draft.members].map(([member, one]) => [member, finish(one, below(at, member))] as const),
    );
    const others = draft.others && finish(draft.others, below(at, "*"));
    const items = draft.items && finish(draft.items, below(at, "*"));
    return { ...(field && { field }), byValue, members, ...(others && { others }), ...(items && { items }) };
  }

  /** What lists and constants name: a code, where the place holds codes and it means no success. */
  function listedIn({ values, codeMarks }: Draft, name: string): [unknown, Promised][] {
    const success = codeMarks.flatMap((mark) => successCodes(mark) ?? []);
    return [...values].map(([key, value]) => {
      const isCode = codeMarks.length > 0 && !success.includes(value);
      const text = JSON.stringify(value);
      return [key, isCode ? promise("code", `${status} ${text}`) : promise("value", `${name} ${text}`)];
    });
  }

  function statesIn({ statusMarks }: Draft): [unknown, Promised][] {
    const buckets = statusMarks.flatMap((mark) => Object.entries(mark));
    return buckets.flatMap(([state, meant]) =>
      (Array.isArray(meant) ? meant : []).map((value): [unknown, Promised] => [
        keyOf(value),
        promise("state", state),
      ]),
    );
  }
}

function collect(root: JsonObject, pointer: Pointer, draft: Draft, within: ReadonlySet<Pointer>): void {
  const schema = valueAt(root, pointer);
  if (!isObject(schema) || within.has(pointer)) return;
  const inside = new Set(within).add(pointer);
  noteValues(schema, draft);
  for (const [place, into] of placesOf(schema, pointer, draft)) collect(root, place, into, inside);
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

/** Marks what a body shows. */
export function observeBody(node: PromiseNode, value: Json): void {
  if (node.field) node.field.isSeen = true;
  for (const point of node.byValue.get(keyOf(value)) ?? []) point.isSeen = true;
  if (Array.isArray(value)) {
    if (node.items) for (const item of value) observeBody(node.items, item);
  } else if (isObject(value)) {
    observeMembers(node, value);
  }
}

function observeMembers({ members, others }: PromiseNode, value: JsonObject): void {
  for (const name of Object.keys(value)) {
    const member = members.get(name) ?? others;
    if (member) observeBody(member, value[name] as Json);
  }
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

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function emptyDraft(): Draft {
  return { values: new Map(), codeMarks: [], statusMarks: [], members: new Map() };
}

/** Tells values apart as JSON does: `1` is no `"1"`, and equal objects are equal. */
function keyOf(value: Json): unknown {
  return typeof value === "object" && value !== null ? `${JSON.stringify(value)}\0` : value;
}
