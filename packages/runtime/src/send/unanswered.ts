import { RequestError } from "../request-error.ts";
import type { CallAttempt } from "./call-details.ts";
import { hideCredentials } from "./hide-credentials.ts";

/**
 * Why no answer came. Without a cause, time was up.
 *
 * @param limit - the option that bounds it, and its milliseconds
 */
export function unanswered(
  attempt: CallAttempt,
  retryable: boolean,
  cause?: unknown,
  limit: readonly [name: string, milliseconds: number] = ["", 0],
): RequestError {
  const { operation, method, url } = attempt;
  const code = codeOf(cause);
  const [name, milliseconds] = limit;
  const late = `was not answered in time (${name}: ${milliseconds / 1000} s)`;
  const what = cause === undefined ? late : `got no answer${code && ` (${code})`}`;
  return new RequestError(
    `${operation} ${what}: ${method} ${withoutQuery(url)}`,
    { reason: cause === undefined ? "timeout" : "connection", operation, retryable },
    cause,
    hideCredentials(attempt),
  );
}

/** A query may hold what is no one's business: a template, or a signature for one. */
export function withoutQuery(url: string): string {
  return url.slice(0, `${url}?`.indexOf("?"));
}

/** What went wrong, by its innermost name: `fetch` wraps it up in a "fetch failed". */
function codeOf(cause: unknown, depth = 5): string {
  const { code, cause: inner } = Object(cause);
  return (depth && inner && codeOf(inner, depth - 1)) || (typeof code === "string" ? code : "");
}
