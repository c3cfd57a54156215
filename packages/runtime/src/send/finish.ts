import type { Borne } from "../auth/bear.ts";
import { hideSecrets } from "../hide-secrets.ts";
import { RequestError } from "../request-error.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Answer } from "./answer.ts";
import type { CallDetails } from "./call-details.ts";

/** The last attempt of a call. */
export interface Last {
  /** The `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** Its credentials. */
  readonly borne: readonly Borne[];
  /** Without and with what they added. */
  readonly request: WireRequest;
  readonly sent: WireRequest;
  /** Whether the same request may succeed later, and may be sent again without harm. */
  readonly retryable: boolean;
}

const REDIRECTED = "Redirects are not followed, since credentials would go along. Is baseUrl right?";

/** What an error tells of the last answer. */
export function detailsOf(last: Last, { response, code, requestId }: Answer): CallDetails {
  const { operation, borne, retryable } = last;
  const { status, type, headers } = response;
  // Fetch §2.2.6: in a browser, a redirect that is not followed shows neither its status nor its headers.
  const redirected = type === "opaqueredirect" || (status >= 300 && status < 400 && headers.has("location"));
  const explained = borne.map((use) => use.credential.explain?.(response, use)).find((hint) => hint);
  const hint = response.ok ? undefined : redirected ? REDIRECTED : explained;
  return { operation, code, requestId, retryable, redirected, hint, hide: hideCredentials(last) };
}

/** Why no answer came. Without a cause, time was up. */
export function unanswered(last: Last, cause?: unknown): RequestError {
  const { operation, method, url, retryable } = last;
  const code = codeOf(cause);
  const what = cause === undefined ? "was not answered in time" : `got no answer${code && ` (${code})`}`;
  return new RequestError(
    `${operation} ${what}: ${method} ${url}`,
    { reason: cause === undefined ? "timeout" : "connection", operation, retryable },
    cause,
    hideCredentials(last),
  );
}

/** A query may hold what is no one's business: a template, or a signature for one. */
export function withoutQuery(url: string): string {
  return url.slice(0, `${url}?`.indexOf("?"));
}

/** What went wrong, by its innermost name: `fetch` wraps it up in a "fetch failed". */
function codeOf(cause: unknown): string {
  const { code, cause: inner } = Object(cause);
  return (inner && codeOf(inner)) || (typeof code === "string" ? code : "");
}

/** The headers that credentials added are secrets, to be kept out of every text; the name of a scheme is none. */
function hideCredentials({ request, sent }: Last): (text: string) => string {
  const added = Object.entries(sent.headers).filter(([name, value]) => request.headers[name] !== value);
  return hideSecrets(added.flatMap(([, value]) => [value, value.replace(/^\S+ /, "")]));
}
