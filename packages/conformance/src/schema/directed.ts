import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { follow, objectAt } from "../document/navigate.ts";
import type { Pointer } from "../document/pointer.ts";
import { walkObjects } from "../document/walk-objects.ts";
import { documentedMembers } from "./documented-members.ts";

/** Which way a body goes: the same schema says less of a request than of an answer, or the other way round. */
export type Direction = "request" | "answer";

const FOREIGN = { request: "readOnly", answer: "writeOnly" } as const;

/**
 * A document as one direction has it. A member that belongs to the other one is not required (OAS 3.0.4 §4.8.24.2), and
 * what is `writeOnly` is never present in an answer (JSON Schema 2020-12 §9.4).
 *
 * @returns the same object where both directions are alike
 */
export function directed(root: JsonObject, direction: Direction): JsonObject {
  const mark = FOREIGN[direction];
  if (!isMarked(root, mark)) return root;
  const changes: ((schema: JsonObject) => void)[] = [];
  const places: Pointer[] = [];
  walkObjects(root, (schema, pointer) => {
    const names = isDescribing(schema) ? namesOf(root, pointer, mark) : new Set<string>();
    if (names.size === 0) return;
    places.push(pointer);
    changes.push((copy) => {
      release(copy, names);
      if (direction === "answer") forbid(copy, names);
    });
  });
  if (places.length === 0) return root;
  const copy = JSON.parse(JSON.stringify(root)) as JsonObject;
  for (const [index, place] of places.entries()) changes[index]?.(objectAt(copy, place));
  return copy;
}

function isMarked(root: JsonObject, mark: string): boolean {
  let isFound = false;
  walkObjects(root, (schema) => {
    isFound ||= schema[mark] === true;
  });
  return isFound;
}

function isDescribing({ required, properties }: JsonObject): boolean {
  return Array.isArray(required) || isObject(properties);
}

function namesOf(root: JsonObject, pointer: Pointer, mark: string): Set<string> {
  const members = [...documentedMembers(root, pointer)];
  const marked = members.filter(([, places]) =>
    places.some((place) => [place, follow(root, place)].some((one) => objectAt(root, one)[mark] === true)),
  );
  return new Set(marked.map(([name]) => name));
}

function release(schema: JsonObject, names: ReadonlySet<string>): void {
  if (!Array.isArray(schema.required)) return;
  schema.required = schema.required.filter((name: Json) => !names.has(String(name)));
}

function forbid({ properties }: JsonObject, names: ReadonlySet<string>): void {
  if (!isObject(properties)) return;
  for (const name of names) if (Object.hasOwn(properties, name)) properties[name] = false;
}
