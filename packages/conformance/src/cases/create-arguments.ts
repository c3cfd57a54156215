import type { Document, Operation, Parameter, Place } from "../document/document.ts";
import type { Json, JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import { createBody } from "./create-body.ts";
import { readGiven } from "./read-given.ts";
import type { Arguments } from "./test-case.ts";

/**
 * Which of its examples a request is made of.
 *
 * - `all`
 * - `required`: those of what must be given. An optional filter, or the token of a page, means nothing to any service but
 *   the one that the document shows. What a write creates is shown as one, and its body stays; but not the token by which
 *   a repeated request is known: it would make the second run a repetition of the first.
 */
export type Examples = "all" | "required";

/** Values that beat the document's, by wire name. */
export type Given = Readonly<Record<string, string>>;

/**
 * The arguments of a request: what the document shows as examples, and something that fits where a required
 * one has none. Optional ones without an example are left out.
 *
 * @param given values that beat the document's, by wire name
 */
export function createArguments(
  document: Document,
  operation: Operation,
  given: Given = {},
  examples: Examples = "all",
): Arguments {
  const { root } = document;
  const values: Record<Place, Record<string, Json>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of operation.parameters) {
    const { name, in: place, schema } = parameter;
    const value = givenValue(root, schema, given[name]) ?? exampleOf(root, parameter, examples);
    // A document may name a place that there is none; its operation is not judged.
    if (value !== undefined && Object.hasOwn(values, place)) values[place][name] = value;
  }
  const body = createBody(document, operation, given, examples);
  return { ...values, ...(body && { body }) };
}

function exampleOf(
  root: JsonObject,
  { required, schema, example, idempotencyToken }: Parameter,
  examples: Examples,
): Json | undefined {
  if (examples === "required" && (!required || idempotencyToken)) return undefined;
  return example ?? (required && schema ? sampleSchema(root, schema, "request") : undefined);
}

function givenValue(
  root: JsonObject,
  schema: Pointer | undefined,
  text: string | undefined,
): Json | undefined {
  if (text === undefined) return undefined;
  const value = readGiven(root, schema, text);
  // A scalar stays as it was typed: an id may have more digits than a double.
  return typeof value === "object" ? value : text;
}
