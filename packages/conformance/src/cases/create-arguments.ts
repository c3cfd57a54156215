import type { Document, Operation, Place } from "../document/document.ts";
import { isObject, type Json } from "../document/json.ts";
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
    const value = given[name] ?? example ?? (required && schema ? sampleSchema(root, schema) : undefined);
    if (value !== undefined) values[place][name] = value;
  }
  const media = requestBody?.content[0];
  if (!media) return values;
  const shown = media.examples[0]?.value ?? (media.schema ? sampleSchema(root, media.schema) : {});
  return { ...values, body: { type: media.type, value: override(shown, given) } };
}

function override(body: Json, given: Readonly<Record<string, string>>): Json {
  if (!isObject(body)) return body;
  const known = Object.entries(given).filter(([name]) => Object.hasOwn(body, name));
  return { ...body, ...Object.fromEntries(known) };
}
