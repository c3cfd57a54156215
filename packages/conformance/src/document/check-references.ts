import { TeachingError } from "../teaching-error.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Source } from "./parse-source.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";
import { walkObjects } from "./walk-objects.ts";

/**
 * Proves that every `$ref` leads to something within the document, and that no chain of them is a circle.
 *
 * @throws TeachingError at the first that does not.
 */
export function checkReferences({ root, locate }: Source): void {
  walkObjects(root, (object, pointer) => {
    if (typeof object.$ref !== "string") return;
    const lesson = {
      where: locate(below(pointer, "$ref")),
      example: '$ref: "#/components/schemas/Error"',
    };
    if (!object.$ref.startsWith("#")) {
      throw new TeachingError({
        ...lesson,
        what: `$ref leaves the document: ${object.$ref}`,
        expected: "a reference within the document; bundle the files into one first (`redocly bundle`)",
      });
    }
    const { chain, end } = chainOf(object.$ref);
    if (end === "nothing") {
      throw new TeachingError({
        ...lesson,
        what: `broken $ref: nothing stands at ${object.$ref}`,
        expected: "the JSON pointer of something in this document",
      });
    }
    if (end === "circle") {
      throw new TeachingError({
        ...lesson,
        what: `$ref goes round in a circle: ${chain.join(" leads to ")}`,
        expected: "a chain of references that ends at something which is none itself",
      });
    }
  });

  function chainOf(start: Pointer): { chain: readonly Pointer[]; end: "something" | "nothing" | "circle" } {
    const chain: Pointer[] = [];
    for (let pointer = start; ; ) {
      const isKnown = chain.includes(pointer);
      chain.push(pointer);
      if (isKnown) return { chain, end: "circle" };
      const value = valueAt(root, pointer);
      if (value === undefined) return { chain, end: "nothing" };
      if (!isObject(value) || typeof value.$ref !== "string" || !isFollowed(value, pointer)) {
        return { chain, end: "something" };
      }
      pointer = value.$ref;
    }
  }
}

// OAS 3.1.1 §4.8.23: beside a reference, these alone have a meaning; §4.8.9: a Path Item is followed whatever it has.
const BESIDE = new Set(["$ref", "summary", "description"]);

/** A schema may refer to another and say more: there, the chain ends. */
function isFollowed(value: JsonObject, pointer: Pointer): boolean {
  return (
    /^#\/(?:paths|components\/pathItems)\/[^/]+$/.test(pointer) ||
    Object.keys(value).every((name) => BESIDE.has(name))
  );
}
