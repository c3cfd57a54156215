import type { Document, MediaType } from "../../document/document.ts";
import { errorCodePlace } from "../../document/error-code-place.ts";
import { findMarked } from "../../document/find-marked.ts";
import type { JsonObject } from "../../document/json.ts";
import { type Pointer, stepsOf } from "../../document/pointer.ts";
import { REQUEST_ID } from "../../document/vocabulary.ts";

/**
 * What is left of a body that shows a success, where it is to tell of a failure: the code, the message, the request's
 * id, and what the schema requires. Anything else would be the outcome of what never came about.
 */
export function failureAlone(
  { root }: Document,
  { schema, examples }: MediaType,
  body: JsonObject,
  code: string,
  message: Pointer | undefined,
): JsonObject {
  if (schema === undefined || examples.some(({ name }) => name === code)) return body;
  const required = findMarked(root, schema, "required").flatMap(({ steps, mark }) =>
    steps.length === 0 ? mark : [],
  );
  const pointers = [...requestIds(root), ...(message === undefined ? [] : [message])];
  const kept = new Set([
    ...required.map(String),
    ...(errorCodePlace(root, schema, code)?.steps.slice(0, 1) ?? []),
    ...pointers.map((pointer) => stepsOf(pointer)[0]),
  ]);
  return Object.fromEntries(Object.entries(body).filter(([name]) => kept.has(name)));
}

function requestIds({ [REQUEST_ID]: expressions }: JsonObject): Pointer[] {
  const texts = Array.isArray(expressions) ? expressions.map(String) : [];
  return texts.filter((text) => text.startsWith("$response.body#")).map((text) => text.slice(14));
}
