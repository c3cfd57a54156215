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

  function finish({ values, codeMarks, statusMarks, ...rest }: Draft, at: Pointer): PromiseNode {
    const name = `${label} ${at}`;
    const field = at === "#" ? undefined : promise("field", name);
    const byValue = new Map<unknown, Promised[]>();
    const add = (key: unknown, point: Promised) => byValue.set(key, [...(byValue.get(key) ?? []), point]);
    const success = codeMarks.flatMap((mark) => successCodes(mark) ?? []);
    for (const [key, value] of values) {
      const isCode = codeMarks.length > 0 && !success.includes(value);
      const text = JSON.stringify(value);
      add(key, isCode ? promise("code", `${status} ${text}`) : promise("value", `${name} ${text}`));
    }
    for (const [state, meant] of statusMarks.flatMap((mark) => Object.entries(mark))) {
      for (const value of Array.isArray(meant) ? meant : []) add(keyOf(value), promise("state", state));
    }
    const members = new Map(
      [...rest.members].map(([member, one]) => [member, finish(one, below(at, member))] as const),
    );
    const others = rest.others && finish(rest.others, below(at, "*"));
    const items = rest.items && finish(rest.items, below(at, "*"));
    return { ...(field && { field }), byValue, members, ...(others && { others }), ...(items && { items }) };
  }
}

function collect(root: JsonObject, pointer: Pointer, draft: Draft, within: ReadonlySet<Pointer>): void {
  const schema = valueAt(root, pointer);
  if (!isObject(schema) || within.has(pointer)) return;
  const inside = new Set(within).add(pointer);
  const visit = (at: Pointer, into: Draft) => collect(root, at, into, inside);
  for (const value of Array.isArray(schema.enum) ? schema.enum : []) draft.values.set(keyOf(value), value);
  if (schema.const !== undefined) draft.values.set(keyOf(schema.const), schema.const);
  if (schema[ERROR_CODE] !== undefined) draft.codeMarks.push(schema[ERROR_CODE]);
  if (isObject(schema[STATUS])) draft.statusMarks.push(schema[STATUS]);
  if (typeof schema.$ref === "string") visit(schema.$ref, draft);
  for (const applicator of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
    const parts = Array.isArray(schema[applicator]) ? schema[applicator] : [];
    for (const index of parts.keys()) {
      visit(below(pointer, applicator, index), applicator === "prefixItems" ? itemsOf(draft) : draft);
    }
  }
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const [name, member] of Object.entries(properties)) {
    // OAS 3.1.1 §4.8.24, JSON Schema 2020-12 §9.4: what is only written is not in an answer.
    if (isObject(member) && member.writeOnly === true) continue;
    const known = draft.members.get(name) ?? emptyDraft();
    draft.members.set(name, known);
    visit(below(pointer, "properties", name), known);
  }
  if (isObject(schema.items)) visit(below(pointer, "items"), itemsOf(draft));
  if (isObject(schema.additionalProperties)) {
    draft.others ??= emptyDraft();
    visit(below(pointer, "additionalProperties"), draft.others);
  }
}

/** Marks what a body shows. */
export function observeBody(node: PromiseNode, value: Json): void {
  if (node.field) node.field.isSeen = true;
  for (const point of node.byValue.get(keyOf(value)) ?? []) point.isSeen = true;
  if (Array.isArray(value)) {
    if (node.items) for (const item of value) observeBody(node.items, item);
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const member = node.members.get(name) ?? node.others;
      if (member) observeBody(member, value[name] as Json);
    }
  }
}

function itemsOf(draft: Draft): Draft {
  draft.items ??= emptyDraft();
  return draft.items;
}

function emptyDraft(): Draft {
  return { values: new Map(), codeMarks: [], statusMarks: [], members: new Map() };
}

/** Tells values apart as JSON does: `1` is no `"1"`, and equal objects are equal. */
function keyOf(value: Json): unknown {
  return typeof value === "object" && value !== null ? `${JSON.stringify(value)}\0` : value;
}
