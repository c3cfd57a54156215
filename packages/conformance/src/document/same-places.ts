import type { JsonObject } from "./json.ts";
import { type Pointer, valueAt } from "./pointer.ts";
import { sameJson } from "./same-json.ts";

/** Whether two readings of a document say the same at a place, and wherever that leads. */
export type SamePlaces = (pointer: Pointer) => boolean;

/** Compares two readings of a document, of which the one was made of the other. */
export function samePlaces(one: JsonObject, other: JsonObject): SamePlaces {
  const own = new Map<Pointer, boolean>();
  const whole = new Map<Pointer, boolean>();
  return (pointer) =>
    // What is the same leads to the same places.
    remembered(whole, pointer, () => [...leadsTo(one, pointer)].every(isSame));

  function isSame(pointer: Pointer): boolean {
    return remembered(own, pointer, () => sameJson(valueAt(one, pointer), valueAt(other, pointer)));
  }
}

const links = new WeakMap<JsonObject, Map<Pointer, readonly Pointer[]>>();

/** A place, and all that is referred to from there, however far. */
function leadsTo(root: JsonObject, start: Pointer): Set<Pointer> {
  const known = links.get(root) ?? new Map<Pointer, readonly Pointer[]>();
  links.set(root, known);
  const places = new Set([start]);
  // A set goes on with what is added on the way.
  for (const at of places) {
    for (const next of remembered(known, at, () => linksOf(root, at))) places.add(next);
  }
  return places;
}

/** Each text that may be a reference is taken for one: too many places make no difference, too few would. */
function linksOf(root: JsonObject, at: Pointer): Pointer[] {
  const text = JSON.stringify(valueAt(root, at)) ?? "";
  const found = [...text.matchAll(/"#(?:\/(?:[^"\\]|\\.)*)?"/g)].map(([one]) => JSON.parse(one) as Pointer);
  // JSON Schema 2020-12 §8.2: these lead to wherever the name stands.
  if (/"\$(?:id|anchor|dynamicAnchor|dynamicRef|recursiveRef)"/.test(text)) found.push("#");
  // OAS 3.1.1 §4.8.25: a base stands for those that refer to it.
  if (text.includes('"discriminator"')) found.push("#/components/schemas");
  return found;
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}
