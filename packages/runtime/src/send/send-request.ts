import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import { tell } from "../hooks.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Answer } from "./answer.ts";
import { makeAttempt } from "./attempt.ts";
import { noteDetails } from "./call-details.ts";
import { askedDelay } from "./retry-after.ts";
import { earnRetry, takeRetry } from "./retry-budget.ts";
import { isPassing, nextDelay, toRetryPolicy } from "./retry-policy.ts";
import { unanswered, withoutQuery } from "./unanswered.ts";
import { withTimeout } from "./with-timeout.ts";

export interface Sending<Read extends Answer> {
  readonly operation: OperationDescription;
  /** Whether it may be sent twice. */
  readonly isRepeatable: boolean;
  /** Complete but for what credentials add. */
  readonly request: WireRequest;
  readonly options: CallOptions;
  readonly read: (response: Response) => Promise<Read>;
}

/**
 * Sends a request, again if it may be and an answer fails to come or says to come back, and gives the last answer.
 *
 * @throws RequestError if no answer came: `connection` or `timeout`.
 * @throws what the signal aborts with, and what a credential throws.
 */
export async function sendRequest<Read extends Answer>(
  connection: Connection,
  { operation, isRepeatable, request, options, read }: Sending<Read>,
): Promise<Read> {
  const { clock, hooks, budget } = connection;
  const { throttling } = connection.service;
  const { id } = operation;
  const { method, url } = request;
  const { signal } = options;
  const timeout = toMilliseconds(options.timeout ?? connection.timeout, "timeout");
  const total = toMilliseconds(options.totalTimeout ?? connection.totalTimeout, "totalTimeout");
  const policy = toRetryPolicy(options.retry, connection.retry);
  const end = clock.now() + total;
  const left = () => end - clock.now();
  const inUse = connection.authenticate(operation).map((assigned) => ({ ...assigned, connection, signal }));
  const tried = { operation, inUse, given: request, sent: request };
  const why = (cause?: unknown) =>
    unanswered(tried, isRepeatable, left() > 0 ? ["timeout", timeout] : ["totalTimeout", total], cause);
  // Waits for what a credential does, as long as the call may take.
  const inTime = <Value>(value: Value | Promise<Value>) =>
    withTimeout(clock, left(), signal, async () => value, why);
  const call = {};
  let wasRenewed = false;

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const sent = { ...request, headers: { ...request.headers } };
    tried.sent = sent;
    // They come last, since a signature covers all the rest. Those that have what they need cost no turn of the loop.
    for (const use of inUse) {
      const applied = use.credential.apply(sent, use);
      if (applied) await inTime(applied);
    }

    const begun = clock.now();
    const event = () => ({ operation: id, call, method, url: withoutQuery(url), attempt });
    tell(hooks, "request", event);
    const limit = Math.min(timeout, end - begun);
    const { answer, failure, error } = await makeAttempt(connection, sent, limit, signal, read, why);
    const duration = clock.now() - begun;
    const { response, code, requestId, malformed } = answer ?? {};
    const status = response?.status;
    const told = () => ({ ...event(), status, requestId, failure, duration });
    tell(hooks, "response", told);
    if (failure === "aborted" || error instanceof TypeError) throw error;

    // A 401 that another credential may mend is no failure in passing: it takes nothing from the budget.
    let isRenewed = false;
    for (const use of status === 401 && !wasRenewed ? inUse : []) {
      isRenewed ||= await inTime(use.credential.renew?.(sent, use) ?? false);
    }
    wasRenewed ||= isRenewed;
    const mayPass =
      !response || malformed?.reason === "unreadable" || isPassing(response.status, code, throttling);
    const retryable = isRepeatable && mayPass;
    const asked = response && retryable ? askedDelay(response, throttling, clock.now()) : 0;
    const delay = isRenewed ? 0 : retryable ? nextDelay(policy, attempt, asked) : Infinity;
    if (!isRenewed && (delay >= left() || !takeRetry(budget))) {
      if (failure) throw error;
      const isFine = response?.ok && code === undefined && !malformed;
      if (isFine) earnRetry(budget);
      else noteDetails(answer.response, { ...tried, code, requestId, retryable });
      return answer;
    }
    tell(hooks, "retry", () => ({ ...told(), delay }));
    await clock.sleep(delay, signal);
  }
}
