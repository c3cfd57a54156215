import { successCodes } from "../checks/check-error-code.ts";
import type { Document, DocumentedResponse, MediaType } from "../document/document.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { replaceAt } from "../document/edit.ts";
import { findMarked } from "../document/find-marked.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below } from "../document/pointer.ts";
import { ERROR_CODE, RESULT_KEYWORDS } from "../document/vocabulary.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import { isJsonType } from "../wire/media-type.ts";
import type { Answer, Responder } from "./answer.ts";
import { findOperation } from "./find-operation.ts";
import { parsePrefer } from "./prefer.ts";

/**
 * A service that answers from its document. Which of the documented answers, the request can say with
 * `Prefer: code=404, example=TaskNotFound`; without, it is the first example of the first success.
 */
export function createSandbox(document: Document): Responder {
  return async (request) => {
    const route = findOperation(document, request.method, new URL(request.url).pathname);
    if (!route.operation) {
      const title =
        route.status === 404 ? "no documented operation has this path" : "not a documented method here";
      return problem(route.status, title, route.allow.length > 0 ? { allow: route.allow.join(", ") } : {});
    }
    const preference = parsePrefer(request.headers.get("prefer"));
    const status = preference.status ?? firstSuccess(Object.keys(route.operation.responses));
    const response = documentedResponse(route.operation, status);
    if (response) return answerFrom(document, response, status, preference.example);
    return problem(400, `${status} is not documented: ${Object.keys(route.operation.responses).join(", ")}`);
  };
}

function answerFrom(
  document: Document,
  response: DocumentedResponse,
  status: number,
  example?: string,
): Answer {
  const headers = Object.fromEntries(
    response.headers.map(({ name, schema }) => [
      name,
      schema ? String(sampleSchema(document.root, schema)) : name,
    ]),
  );
  const [media] = response.content;
  if (!media) return { status, headers };
  const value = bodyFor(document, media, example);
  const body = isJsonType(media.type) ? JSON.stringify(value) : String(value);
  return { status, headers: { ...headers, "content-type": media.type }, body };
}

/** The documented example of that name; else the first, saying what the name asks for if it is an error code. */
function bodyFor({ root }: Document, { schema, examples }: MediaType, name: string | undefined): Json {
  const named = examples.find((example) => example.name === name);
  if (named) return named.value;
  const base = examples[0]?.value ?? (schema ? sampleSchema(root, schema) : {});
  const [place] = schema && name !== undefined ? findMarked(root, schema, ERROR_CODE) : [];
  if (!schema || !place || !isObject(base)) return base;
  const failed = replaceAt(base, below("#", ...place.steps), name as string) as JsonObject;
  if (!successCodes(place.mark)) return failed;
  // An error under a success status brings no outcome with it.
  const outcome = RESULT_KEYWORDS.flatMap((keyword) => findMarked(root, schema, keyword)).map(
    ({ steps }) => steps[0],
  );
  return Object.fromEntries(Object.entries(failed).filter(([key]) => !outcome.includes(key)));
}

function firstSuccess(statuses: readonly string[]): number {
  const status = statuses.find(isSuccess) ?? statuses[0] ?? "200";
  return status === "default" ? 200 : Number(status.replace("XX", "00"));
}

// RFC 9457, for what no vendor documents: a request that goes past the document.
function problem(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...headers, "content-type": "application/problem+json" },
    body: JSON.stringify({ title, status }),
  };
}
