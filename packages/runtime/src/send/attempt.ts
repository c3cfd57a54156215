import type { Connection } from "../connection.ts";
import { RequestError } from "../request-error.ts";
import type { WireRequest } from "../wire-request.ts";
import { withTimeout } from "./with-timeout.ts";

/** One sending of a request: it was answered, or it was not. */
export type Attempt<Read> =
  | { readonly answer: Read; readonly failure?: undefined; readonly cause?: undefined }
  | {
      readonly answer?: undefined;
      readonly failure: "timeout" | "connection" | "aborted";
      /** What it failed with; of one that was not answered in time, what the call ends with. */
      readonly cause: unknown;
    };

/**
 * Sends a request once, and reads its answer as far as `read` does, all within the time. Redirects are not followed:
 * they might lead to another host, and credentials would go along.
 *
 * @param late - makes the error of one that is not answered in time
 */
export function makeAttempt<Read>(
  { fetch, options, clock }: Connection,
  request: WireRequest,
  timeout: number,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Read>,
  late: () => RequestError,
): Promise<Attempt<Read>> {
  const send = async (ended: AbortSignal) =>
    await read(
      await fetch(request.url, {
        ...options.fetchOptions,
        ...request,
        // An empty text is as good as none, and would be streamed: that takes half as long again as the whole call.
        body: request.body || null,
        redirect: "manual",
        signal: ended,
      }),
    );
  return withTimeout(clock, timeout, signal, send, late).then(
    (answer) => ({ answer }),
    (cause) => ({
      failure: signal?.aborted ? "aborted" : cause instanceof RequestError ? "timeout" : "connection",
      cause,
    }),
  );
}
