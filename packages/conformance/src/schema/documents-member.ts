import { schemasBelow } from "../document/branches.ts";
import type { JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { memberSchema } from "./coerce.ts";

/** Whether a member of the object at some place of an instance is documented, in any branch of its schema. */
export type DocumentsMember = (instancePath: string, member: string) => boolean;

/**
 * Tells of one schema which members it documents. What it found out of a place serves for all that is below: an answer of
 * thousands of objects may be wrong in each.
 */
export function memberFinder(root: JsonObject, schema: Pointer): DocumentsMember {
  const known = new Map<string, readonly Pointer[]>([["", [schema]]]);
  return (instancePath, member) =>
    schemasOf(instancePath).some((one) => memberSchema(root, one, member) !== undefined);

  function schemasOf(path: string): readonly Pointer[] {
    const before = known.get(path);
    if (before) return before;
    const end = path.lastIndexOf("/");
    const step = path
      .slice(end + 1)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    const found = schemasBelow(root, schemasOf(path.slice(0, end)), step);
    known.set(path, found);
    return found;
  }
}
