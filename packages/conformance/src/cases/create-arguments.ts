import type { Document, MediaType, Operation, Parameter, Place } from "../document/document.ts";
import { tokenMembers } from "../document/idempotency-tokens.ts";
import { isRead } from "../document/is-read.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { memberSchema } from "../schema/coerce.ts";
import { requiredMembers } from "../schema/required-members.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
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
type Given = Readonly<Record<string, string>>;

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
  const media = operation.requestBody?.content[0];
  if (!media) return values;
  const shown = shownBody(root, media);
  const own = examples === "all" ? shown : withoutOptional(document, operation, media, shown);
  const value = override(root, media, own, shown, given);
  // Where nothing needs to be said, there need not be a body.
  const isIdle = examples === "required" && !operation.requestBody?.required && isEmpty(value);
  return isIdle ? values : { ...values, body: { type: media.type, value } };
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

function shownBody(root: JsonObject, { examples, schema }: MediaType): Json {
  return examples[0]?.value ?? (schema ? sampleSchema(root, schema, "request") : {});
}

function withoutOptional(document: Document, operation: Operation, media: MediaType, shown: Json): Json {
  if (!isObject(shown)) return shown;
  const { root } = document;
  const tokens = tokenMembers(root, media);
  const required = isRead(document, operation) ? requiredMembers(root, media.schema) : undefined;
  const own = Object.entries(shown).filter(
    ([name]) => !tokens.includes(name) && (!required || required.has(name)),
  );
  return Object.fromEntries(own);
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** With what is given of the members that the body shows, or its schema documents. */
function override(root: JsonObject, { schema }: MediaType, body: Json, shown: Json, given: Given): Json {
  if (!isObject(body) || !isObject(shown)) return body;
  const own = Object.entries(given).flatMap(([name, text]): [string, Json][] => {
    const member = memberSchema(root, schema, name);
    const isKnown = member !== undefined || Object.hasOwn(shown, name);
    return isKnown ? [[name, readGiven(root, member, text)]] : [];
  });
  return { ...body, ...Object.fromEntries(own) };
}
