import type { Document, Example, MediaType } from "../document/document.ts";
import { documentedValues } from "../document/documented-values.ts";
import { errorCodePlace, successCodes } from "../document/error-code-place.ts";
import { findMarked, type MarkedPlace } from "../document/find-marked.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { RESULT_KEYWORDS } from "../document/vocabulary.ts";
import { sampleSchema } from "../schema/sample-schema.ts";

/** The documented example of that name; else the first, saying what the name asks for if it is an error code. */
export function composeBody(
  { root }: Document,
  { schema, examples }: MediaType,
  name: string | undefined,
): Json {
  const named = examples.find((example) => example.name === name);
  if (named) return named.value;
  const place = errorCodePlace(root, schema, name);
  const codes = place ? documentedValues(root, place.schema).values : [];
  const base = firstUncoded(examples, place, codes)?.value ?? (schema ? sampleSchema(root, schema) : {});
  if (!schema || !place || name === undefined || !isObject(base)) return base;
  const code = codes.find((value) => String(value) === name) ?? name;
  const failed = put(base, place.steps, code) as JsonObject;
  if (!successCodes(place.mark)) return failed;
  // An error under a success status brings no outcome with it.
  const outcome = RESULT_KEYWORDS.flatMap((keyword) => findMarked(root, schema, keyword)).map(
    ({ steps }) => steps[0],
  );
  return Object.fromEntries(Object.entries(failed).filter(([key]) => !outcome.includes(key)));
}

// Object keys that are whole numbers come first, whatever the order of the document (ECMA-262 §10.1.11), so that the
// first example may be one that is named after an error code.
function firstUncoded(
  examples: readonly Example[],
  place: MarkedPlace | undefined,
  codes: readonly Json[],
): Example | undefined {
  const success = (place && successCodes(place.mark)) ?? [];
  const failures = codes.filter((code) => !success.includes(code)).map(String);
  return examples.find(({ name }) => !failures.includes(name)) ?? examples[0];
}

/** A copy that says something at a place, of a list in its first item; what leads there is added if it was not there. */
function put(holder: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (step === "*") {
    const [first, ...others] = Array.isArray(holder) ? holder : [];
    return [put(first, rest, value), ...others];
  }
  const members = isObject(holder) ? holder : {};
  return { ...members, [step]: put(members[step], rest, value) };
}
