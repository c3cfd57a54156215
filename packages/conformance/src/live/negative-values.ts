import { isDeepStrictEqual } from "node:util";
import type { Document, Parameter } from "../document/document.ts";
import { findMarked } from "../document/find-marked.ts";
import type { Pointer } from "../document/pointer.ts";
import { typesOf } from "../schema/coerce.ts";

/**
 * A number just out of the documented range, and what the range is; `undefined` where there is none.
 *
 * @param member the member of an object that is meant; absent: the value itself
 */
export function outOfRange(
  { root }: Document,
  schema: Pointer | undefined,
  member?: string,
): { value: number; range: string } | undefined {
  if (schema === undefined) return undefined;
  const wanted = member === undefined ? [] : [member];
  const bound = (keyword: string) => {
    const [mark] = findMarked(root, schema, keyword).filter(({ steps }) => isDeepStrictEqual(steps, wanted));
    return typeof mark?.mark === "number" ? mark.mark : undefined;
  };
  const maximum = bound("maximum");
  const minimum = bound("minimum");
  const range = `${minimum ?? ""}…${maximum ?? ""}`;
  // What is beyond the doubles cannot be told from its neighbour.
  if (maximum !== undefined && Number.isSafeInteger(maximum + 1)) return { value: maximum + 1, range };
  return minimum === undefined ? undefined : { value: minimum - 1, range };
}

/** The members of a body whose numbers have a range. */
export function boundedMembers({ root }: Document, schema: Pointer): string[] {
  const marks = ["maximum", "minimum"].flatMap((keyword) => findMarked(root, schema, keyword));
  return [
    ...new Set(
      marks.flatMap(({ steps: [name, ...below] }) => (name !== undefined && below.length === 0 ? name : [])),
    ),
  ];
}

const CLOSED = ["enum", "const", "pattern", "format", "minLength"];

/** Whether an empty text breaks nothing that is documented of a parameter that need not be given. */
export function admitsEmpty(
  { root }: Document,
  { in: place, required, schema, serialization }: Parameter,
): boolean {
  if (place !== "query" || required || schema === undefined || serialization) return false;
  const isText = typesOf(root, schema).every((type) => type === "string") && typesOf(root, schema).length > 0;
  return isText && CLOSED.every((keyword) => findMarked(root, schema, keyword).length === 0);
}
