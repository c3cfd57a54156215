import { RequestError } from "../request-error.ts";
import type { CallAttempt } from "./call-details.ts";

/**
 * Why no answer came. Without a cause, time was up.
 *
 * @param limit - the option that bounds it, and its value in milliseconds
 * @throws TypeError if a credential cannot be sent.
 */
export function unanswered(
  attempt: CallAttempt,
  retryable: boolean,
  [limit, milliseconds]: readonly [limit: string, milliseconds: number],
  cause: unknown,
): RequestError {
  const { operation, given } = attempt;
  const isLate = cause === undefined;
  if (!isLate) attempt.authentication?.assertSendable(attempt.sent.headers);
  const code = codeOf(cause);
  const what = isLate
    ? `was not answered in time (${limit}: ${milliseconds / 1000} s)`
    : `got no answer${code && ` (${code})`}`;
  return new RequestError(
    `${operation} ${what}: ${given.method} ${withoutQuery(given.url)}`,
    { reason: isLate ? "timeout" : "connection", operation, retryable },
    cause,
    attempt.authentication?.hide(attempt),
  );
}

/** A query may hold what is no one's business: a template, or a signature for one. */
export function withoutQuery(url: string): string {
  return url.replace(/\?.*/s, "");
}

/** What went wrong, by its innermost name: `fetch` wraps it up in a "fetch failed". */
function codeOf(cause: unknown, depth = 5): string {
  const { code, cause: inner } = Object(cause);
  return (depth && inner && codeOf(inner, depth - 1)) || (typeof code === "string" ? code : "");
}
