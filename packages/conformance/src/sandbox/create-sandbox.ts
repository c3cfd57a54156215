import { NO_BODY } from "../cases/test-case.ts";
import type { Document, DocumentedResponse } from "../document/document.ts";
import { contentFor, documentedResponse, isSuccess } from "../document/documented-response.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import { isJsonType } from "../wire/media-type.ts";
import type { Answer, Responder } from "./answer.ts";
import { composeBody } from "./compose-body.ts";
import { findOperation } from "./find-operation.ts";
import { parsePrefer } from "./prefer.ts";

/**
 * A service that answers from its document. Which of the documented answers, the request can say with
 * `Prefer: code=404, example=TaskNotFound`; without, it is the first example of the first success.
 */
export function createSandbox(document: Document): Responder {
  return async (request) => {
    const route = findOperation(document, request);
    if (!route.operation) {
      const title =
        route.status === 404 ? "no documented operation has this path" : "not a documented method here";
      return problem(route.status, title, route.allow.length > 0 ? { allow: route.allow.join(", ") } : {});
    }
    const preference = parsePrefer(request.headers.get("prefer"));
    const status = preference.status ?? firstSuccess(Object.keys(route.operation.responses));
    const response = documentedResponse(route.operation, status);
    if (response) {
      const answer = answerFrom(document, response, status, preference.example);
      // RFC 9110 §9.3.2: a HEAD is answered as a GET, without the content.
      return request.method === "HEAD" ? { status: answer.status, headers: answer.headers } : answer;
    }
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
  const media = contentFor(response, example);
  if (!media || (response.bodyOptional && example === NO_BODY)) return { status, headers };
  const value = composeBody(document, media, example);
  const body = isJsonType(media.type) ? JSON.stringify(value) : String(value);
  return { status, headers: { ...headers, "content-type": media.type }, body };
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
