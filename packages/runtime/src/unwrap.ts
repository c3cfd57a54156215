import type { MalformedBody } from "./malformed-body.ts";
import { RequestError } from "./request-error.ts";
import type { AnyResult, Failure, Malformed } from "./result.ts";
import { detailsOf } from "./send/call-details.ts";

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
  const { hint, hide, redirected, ...details } = detailsOf(response);
  const { operation, code, requestId } = details;
  const isMalformed = status === "malformed";
  const reason = redirected ? "redirect" : isMalformed ? "malformed" : "status";
  const message = [
    `${operation} ${response.status}`,
    isMalformed && `(its body is ${(error as MalformedBody).reason})`,
    code,
    requestId && `(request ${requestId})`,
    hint,
  ];
  return new RequestError(
    message.filter((part) => part).join(" "),
    { ...details, reason, status: response.status, response, error },
    undefined,
    hide,
  );
}
