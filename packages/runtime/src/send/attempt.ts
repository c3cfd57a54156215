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
      readonly cause: unknown;
    };

/**
 * Sends a request once, and reads its answer as far as `read` does, all within the time. Redirects are not followed:
 * they might lead to another host, and credentials would go along.
 *
 * @param late - makes the cause of a time-out
 */
export async function makeAttempt<Read>(
  { fetch, fetchOptions, clock }: Connection,
  { method, url, headers, body }: WireRequest,
  timeout: number,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Read>,
  late: () => RequestError,
): Promise<Attempt<Read>> {
  const send = async (ended: AbortSignal) => {
    // An empty text is as good as none, and would be streamed: that takes half as long again as the whole call.
    const init = { method, headers, body: body || null, redirect: "manual", signal: ended } as const;
    return await read(await fetch(url, fetchOptions ? { ...fetchOptions, ...init } : init));
  };
  try {
    return { answer: await withTimeout(clock, timeout, signal, send, late) };
  } catch (cause) {
    if (signal?.aborted) return { failure: "aborted", cause: signal.reason };
    return { failure: cause instanceof RequestError ? "timeout" : "connection", cause };
  }
}
