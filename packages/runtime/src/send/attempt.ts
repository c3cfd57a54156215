import type { Connection } from "../connection.ts";
import { RequestError } from "../request-error.ts";
import type { WireRequest } from "../wire-request.ts";
import { withTimeout } from "./with-timeout.ts";

/** One sending of a request: it was answered, or it was not. */
export type Attempt<Read> =
  | { readonly answer: Read; readonly failure?: undefined; readonly error?: undefined }
  | {
      readonly answer?: undefined;
      readonly failure: "timeout" | "connection" | "aborted";
      /** What the call ends with, if there is no further attempt. */
      readonly error: unknown;
    };

/**
 * Sends a request once, and reads its answer as far as `read` does, all within the time. Redirects are not followed:
 * they might lead to another host, and credentials would go along.
 *
 * @param unanswered - the error of one that was not answered: for a cause, or else in time
 */
export function makeAttempt<Read>(
  { fetch, options, clock }: Connection,
  request: WireRequest,
  timeout: number,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Read>,
  unanswered: (cause?: unknown) => RequestError,
): Promise<Attempt<Read>> {
  const send = async (ended: AbortSignal) => {
    // An empty text is as good as none, and would be streamed: that takes half as long again as the whole call.
    const own = { ...request, body: request.body || null, redirect: "manual", signal: ended } as const;
    return await read(await fetch(request.url, { ...options.fetchOptions, ...own }));
  };
  return withTimeout(clock, timeout, signal, send, unanswered).then(
    (answer) => ({ answer }),
    (cause) => {
      if (signal?.aborted) return { failure: "aborted", error: signal.reason };
      if (cause instanceof RequestError) return { failure: "timeout", error: cause };
      return { failure: "connection", error: unanswered(cause ?? null) };
    },
  );
}
