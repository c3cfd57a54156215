import type { Document, Operation, Place } from "../document/document.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { coerce, memberSchema } from "../schema/coerce.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import type { Arguments } from "./test-case.ts";

/**
 * The arguments of a request: what the document shows as examples, and something that fits where a required
 * one has none. Optional ones without an example are left out.
 *
 * @param given values that beat the document's, by wire name
 */
export function createArguments(
  { root }: Document,
  { parameters, requestBody }: Operation,
  given: Readonly<Record<string, string>> = {},
): Arguments {
  const values: Record<Place, Record<string, Json>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { name, in: place, required, schema, example } of parameters) {
    const value =
      givenValue(root, schema, given[name]) ??
      example ??
      (required && schema ? sampleSchema(root, schema, "request") : undefined);
    // A document may name a place that there is none; its operation is not judged.
    if (value !== undefined && Object.hasOwn(values, place)) values[place][name] = value;
  }
  const media = requestBody?.content[0];
  if (!media) return values;
  const shown = media.examples[0]?.value ?? (media.schema ? sampleSchema(root, media.schema, "request") : {});
  return { ...values, body: { type: media.type, value: override(root, media.schema, shown, given) } };
}

/** What a person gives is text; where items are documented, it is a list of them. */
function givenValue(
  root: JsonObject,
  schema: Pointer | undefined,
  text: string | undefined,
): Json | undefined {
  if (text === undefined) return undefined;
  const value = coerce(root, schema, text);
  // Anything but an array stays as it was typed: an id may have more digits than a double.
  return Array.isArray(value) ? value : text;
}

function override(
  root: JsonObject,
  schema: Pointer | undefined,
  body: Json,
  given: Readonly<Record<string, string>>,
): Json {
  if (!isObject(body)) return body;
  const known = Object.entries(given)
    .filter(([name]) => Object.hasOwn(body, name))
    .map(([name, text]) => [name, coerce(root, memberSchema(root, schema, name), text)]);
  return { ...body, ...Object.fromEntries(known) };
}
