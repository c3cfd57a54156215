import { successCodes } from "../document/error-code-place.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer } from "../document/pointer.ts";
import type { PointKind } from "./evidence.ts";
import { type Draft, draftPromises, keyOf } from "./promise-draft.ts";

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
  return finish(draftPromises(root, schema), "#");

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

/** Marks what a body shows. */
export function observeBody(node: PromiseNode, value: Json): void {
  if (node.field) node.field.isSeen = true;
  // Most values are listed nowhere, and those of lists and objects are long.
  if (node.byValue.size > 0) for (const point of node.byValue.get(keyOf(value)) ?? []) point.isSeen = true;
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
