import type { MalformedBody } from "./malformed-body.ts";
import { RequestError } from "./request-error.ts";
import type { AnyResult, Failure, Malformed } from "./result.ts";
import { type CallDetails, detailsOf } from "./send/call-details.ts";
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

/** A result that is no success, as an error. */
export function toRequestError({
  status,
  response,
  error,
}: Failure<number, unknown> | Malformed): RequestError {
  const details = detailsOf.get(response);
  const { operation = "call", code, requestId, retryable = false, authentication } = details ?? {};
  const isMalformed = status === "malformed";
  const message = [
    `${operation} ${response.status}`,
    isMalformed && `(its body is ${(error as MalformedBody).reason})`,
    code,
    requestId && `(request ${requestId})`,
    details && `(${details.given.method} ${withoutQuery(details.given.url)})`,
    isRedirect(response) && "No redirect is followed: credentials would go along. Is baseUrl right?",
    // Of a request that bore none: 400 to 403, since some services say with a 400 that a signature is missing. It may be
    // a login, which was sent what auth holds in its body.
    ...(authentication?.explain(response) ?? [details && response.status % 400 < 4 && "Is auth right?"]),
  ];
  const reason = isRedirect(response) ? "redirect" : isMalformed ? "malformed" : "status";
  return new RequestError(
    message.filter((part) => part).join(" "),
    { reason, operation, status: response.status, code, requestId, retryable, response, error },
    undefined,
    authentication?.hide(details as CallDetails),
  );
}

function isRedirect({ status, type, headers }: Response): boolean {
  // Fetch §2.2.6: in a browser, a redirect that is not followed shows neither its status nor its headers.
  return type === "opaqueredirect" || (status >= 300 && status < 400 && headers.has("location"));
}
