import type { JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { documentedItems, documentedMembers } from "./documented-members.ts";
import { isClosable } from "./is-closable.ts";

/** The places below one place that several schemas describe, each of which would refuse what only another has. */
export interface Contests {
  /** By the member's name. */
  readonly members: ReadonlyMap<string, readonly Pointer[]>;
  readonly items: readonly Pointer[];
}

/** What is contested below one place that all of some schemas describe. */
export function contestsOf(root: JsonObject, places: readonly Pointer[]): Contests {
  const members = [...documentedMembers(root, ...places)].filter(([, own]) => isContested(root, own));
  const items = documentedItems(root, ...places);
  return { members: new Map(members), items: isContested(root, items) ? items : [] };
}

/** Whether a schema describes any of what is contested. */
export function hasPartIn(root: JsonObject, pointer: Pointer, { members, items }: Contests): boolean {
  const own = documentedMembers(root, pointer);
  return (
    [...members.keys()].some((name) => own.has(name)) ||
    (items.length > 0 && documentedItems(root, pointer).length > 0)
  );
}

function isContested(root: JsonObject, places: readonly Pointer[]): boolean {
  return places.length > 1 && places.some((place) => isClosable(root, place));
}
