import { TeachingError } from "../teaching-error.ts";
import { isObject } from "./json.ts";
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
    if (leadsNowhere(object.$ref)) {
      throw new TeachingError({
        ...lesson,
        what: `broken $ref: nothing stands at ${object.$ref}`,
        expected: "the JSON pointer of something in this document",
      });
    }
  });

  function leadsNowhere(start: Pointer): boolean {
    const seen = new Set<Pointer>();
    for (let pointer = start; !seen.has(pointer); ) {
      seen.add(pointer);
      const value = valueAt(root, pointer);
      if (value === undefined) return true;
      // A schema may refer to another and say more; the chain goes on only where `$ref` stands alone.
      if (!isObject(value) || typeof value.$ref !== "string" || Object.keys(value).length > 1) return false;
      pointer = value.$ref;
    }
    return true;
  }
}
