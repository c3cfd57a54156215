import { createArguments } from "../../cases/create-arguments.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { Said } from "./said.ts";
import { shapeId } from "./shape-id.ts";

/** Looks like no id of any shape, and harms nobody who prints it. */
export const MALFORMED = "not-an-id";

/** The greatest number that fits any integer format. */
const GREATEST = 2_147_483_647;

/** Always the first of what there is to choose from: zeros. */
const ZEROS = { integer: () => 0, state: 0 };

/** A UUID of zeros but for its version and variant (RFC 9562 §5.4), or as many zeros as its first part has. */
const ZERO = /(?<![\da-z])(0{8}-0{4}-40{3}-80{3}-0{12}|0{8,})(?![\da-z])/i;

/** An id of the shape of another that nothing has: its digits are zeros. */
export function nobodysId(sample: Json, isNumber: boolean): Json {
  return isNumber ? GREATEST : shapeId(String(sample), ZEROS);
}

/** Whether an id is of a kind that nothing can have, whatever there is. One of a few digits may well be had. */
export function isNobodys(id: Json): boolean {
  const text = String(id);
  return text === MALFORMED || text === String(GREATEST) || ZERO.test(text);
}

/**
 * What in a path nothing is called. What the world knows nothing of is taken for one that is there, whatever it is called:
 * but for this, unless the document itself shows it.
 */
export function saidOfNobody(
  document: Document,
  operation: Operation,
  said: readonly Said[],
): Said | undefined {
  return said.find(
    ({ place, name, value }) =>
      place === "path" &&
      isNobodys(value) &&
      String(createArguments(document, operation).path[name]) !== String(value),
  );
}
