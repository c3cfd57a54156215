import { REFUSED } from "./auth/refused.ts";
import type { MalformedBody } from "./malformed-body.ts";
import type { OperationDescription } from "./operation-description.ts";
import { RequestError } from "./request-error.ts";
import type { AnyResult, Failure, Malformed } from "./result.ts";
import { detailsOf, hideOf } from "./send/call-details.ts";
import { withoutQuery } from "./send/unanswered.ts";

/** What a result holds if it is a success. */
export type DataOf<Result> = Result extends { readonly ok: true; readonly data: infer Data } ? Data : never;

/**
 * The data of a successful result; anything else is thrown.
 *
 * @throws RequestError with the status, the vendor's error code and request id, and whether to try again.
 * @example
 * const job = await unwrap(client.getJob({ jobId }));
 */
export async function unwrap<Result extends AnyResult>(
  result: Result | Promise<Result>,
): Promise<DataOf<Result>> {
  const settled: AnyResult = await result;
  if (settled.ok) return settled.data as DataOf<Result>;
  throw toRequestError(settled);
}

const REDIRECTED = "Redirects are not followed, since credentials would go along. Is baseUrl right?";

/** A result that is no success, as an error. */
export function toRequestError({
  status,
  response,
  error,
}: Failure<number, unknown> | Malformed): RequestError {
  const details = detailsOf(response);
  const { code, requestId, retryable = false, authentication } = details ?? {};
  const { id: operation = "call", security } = details?.operation ?? {};
  const isMalformed = status === "malformed";
  const message = [
    `${operation} ${response.status}`,
    isMalformed && `(its body is ${(error as MalformedBody).reason})`,
    code,
    requestId && `(request ${requestId})`,
    details && `(${details.given.method} ${withoutQuery(details.given.url)})`,
    isRedirect(response) && REDIRECTED,
    authentication ? authentication.explain(response) : details && tellOfNone(response.status, security),
  ];
  const reason = isRedirect(response) ? "redirect" : isMalformed ? "malformed" : "status";
  return new RequestError(
    message.filter((part) => part).join(" "),
    { reason, operation, status: response.status, code, requestId, retryable, response, error },
    undefined,
    details && hideOf(details),
  );
}

/** Of a request without credentials. What is open to all may be a login, which bears its own in the body. */
function tellOfNone(status: number, security: OperationDescription["security"]): string | undefined {
  if (security?.length === 0) return status === 401 ? REFUSED : undefined;
  // Some services say with another status than 401 that a signature is missing.
  return status > 399 && status < 404 ? "It had no credentials: see the option auth." : undefined;
}

function isRedirect({ status, type, headers }: Response): boolean {
  // Fetch §2.2.6: in a browser, a redirect that is not followed shows neither its status nor its headers.
  return type === "opaqueredirect" || (status >= 300 && status < 400 && headers.has("location"));
}
