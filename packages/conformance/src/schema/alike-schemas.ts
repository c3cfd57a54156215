import type { JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";
import { walkObjects } from "../document/walk-objects.ts";

/** The first schema that was asked for and says the same, word for word, as the one at a pointer. */
type Alike = (pointer: Pointer) => Pointer;

// JSON Schema 2020-12 §8.2: by these, what a schema means depends on where it stands.
const PLACED = ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef"];

/**
 * Finds schemas that are alike, so that each is compiled once: documents give most of their operations the same ids to
 * ask with, and the same errors to answer. What refers to another does so from the root of the document, wherever it stands.
 */
export function alikeIn(root: JsonObject): Alike {
  const known = new Map<string, Pointer>();
  let isPlaced = false;
  walkObjects(root, (schema) => {
    isPlaced ||= PLACED.some((keyword) => Object.hasOwn(schema, keyword));
  });
  if (isPlaced) return (pointer) => pointer;
  return (pointer) => {
    const text = JSON.stringify(valueAt(root, pointer) ?? pointer);
    const first = known.get(text) ?? pointer;
    known.set(text, first);
    return first;
  };
}
