import type { Document, Operation } from "../document/document.ts";
import type { Answer, Responder } from "./answer.ts";
import { draftOf, finish, problem } from "./draft.ts";
import { findOperation, type Route } from "./find-operation.ts";
import { type Preference, parsePrefer } from "./prefer.ts";

/**
 * A service that remembers nothing: it answers from its document. Which of the documented answers, the request can
 * say with `Prefer: code=404, example=TaskNotFound`; without, it is the first example of the first success.
 */
export function createDocumentedAnswers(document: Document): Responder {
  return async (request) => {
    const route = findOperation(document, request);
    if (!route.operation) return nowhere(route);
    return documentedAnswer(
      document,
      route.operation,
      parsePrefer(request.headers.get("prefer")),
      request.method,
    );
  };
}

/** The documented answer that is asked for; without a status, the first success. */
export function documentedAnswer(
  document: Document,
  operation: Operation,
  { status, example }: Preference,
  method: string,
): Answer {
  const draft = draftOf(document, operation, status, example);
  if (draft) return finish(draft, method);
  return problem(400, `${status} is not documented: ${Object.keys(operation.responses).join(", ")}`);
}

/** The answer to a request that is for no operation. */
export function nowhere({ status, allow, missing }: Extract<Route, { operation?: undefined }>): Answer {
  const none = "no documented operation has this path";
  const unknown = missing === undefined ? none : `${none}: the base URL lacks ${missing}`;
  const title = status === 404 ? unknown : "not a documented method here";
  return problem(status, title, allow.length > 0 ? { allow: allow.join(", ") } : {});
}
