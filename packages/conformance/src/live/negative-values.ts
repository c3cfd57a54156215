import { isDeepStrictEqual } from "node:util";
import type { Document, Operation, Parameter } from "../document/document.ts";
import { findMarked } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import type { Pointer } from "../document/pointer.ts";
import { PAGING } from "../document/vocabulary.ts";
import type { Link } from "../sandbox/world/links.ts";
import { shapeId } from "../sandbox/world/shape-id.ts";
import { typesOf } from "../schema/coerce.ts";

/** Looks like no id of any shape, and harms nobody who prints it. */
export const MALFORMED = "not-an-id";

/** Always the first of what there is to choose from: zeros. */
const ZEROS = { integer: () => 0, state: 0 };
/** The greatest number that fits any integer format. */
const GREATEST = 2_147_483_647;

/**
 * The parameter by which an operation is asked for one thing: it must be given, and a link takes it out of an answer. Of
 * several, the last. Not where pages are listed: what belongs to nothing may well be an empty list. Where a document has no
 * links, it is what ends a path that is documented to be not found.
 */
export function idParameter(
  document: Document,
  operation: Operation,
  links: readonly Link[],
): Parameter | undefined {
  if (objectAt(document.root, operation.pointer)[PAGING] !== undefined) return undefined;
  if (links.length === 0) return endOfPath(document, operation);
  const bound = links
    .filter(({ target }) => target === operation)
    .flatMap((link) => link.bound.filter(({ expression }) => expression.from === "response"));
  return operation.parameters
    .filter(({ in: place, required }) => required && (place === "path" || place === "query"))
    .filter(({ name }) => bound.some((one) => one.name === name))
    .at(-1);
}

function endOfPath({ root }: Document, { path, parameters, responses }: Operation): Parameter | undefined {
  const [, name] = /\/\{([^{}]+)\}$/.exec(path) ?? [];
  if (responses["404"] === undefined) return undefined;
  const parameter = parameters.find((one) => one.in === "path" && one.name === name);
  const { schema } = parameter ?? {};
  // What is chosen out of a list is no id.
  const isChoice =
    schema !== undefined && ["enum", "const"].some((word) => findMarked(root, schema, word).length > 0);
  return isChoice ? undefined : parameter;
}

/** An id of the shape of another that nothing has: its digits are zeros. */
export function unknownId({ root }: Document, { schema }: Parameter, sample: Json): Json {
  const isNumber = schema !== undefined && typesOf(root, schema).includes("integer");
  return isNumber ? GREATEST : shapeId(String(sample), ZEROS);
}

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
