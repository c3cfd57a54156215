import { bear, type InTime, renew } from "../auth/bear.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import { tell } from "../hooks.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Answer } from "./answer.ts";
import { makeAttempt } from "./attempt.ts";
import { detailsOf, unanswered, withoutQuery } from "./finish.ts";
import { askedDelay } from "./retry-after.ts";
import { earnRetry, takeRetry } from "./retry-budget.ts";
import { isPassing, nextDelay, toRetryPolicy } from "./retry-policy.ts";
import { within } from "./within.ts";

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
 * @throws RequestError if no answer came: `connection`, `timeout`, or `redirect` where the platform hides it.
 * @throws what the signal aborts with, and what a credential throws.
 */
export async function sendRequest<Read extends Answer>(
  connection: Connection,
  { operation, isRepeatable, request, options, read }: Sending<Read>,
): Promise<Read> {
  const {
    clock,
    hooks,
    budget,
    service: { throttling },
  } = connection;
  const { signal } = options;
  const timeout = toMilliseconds(options.timeout ?? connection.timeout, "timeout");
  const total = toMilliseconds(options.totalTimeout ?? connection.totalTimeout, "totalTimeout");
  const policy = toRetryPolicy(options.retry, connection.retry);
  const end = clock.now() + total;
  const left = () => end - clock.now();
  const told = { operation: operation.id, method: request.method, url: withoutQuery(request.url) };
  const borne = connection.authenticate(operation).map((one) => ({ ...one, connection, signal }));
  const call = {};
  let wasRenewed = false;

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const sent = { ...request, headers: { ...request.headers } };
    const last = { ...told, borne, request, sent, retryable: isRepeatable };
    const late = () => unanswered(last);
    const inTime: InTime = (value) => within(clock, left(), signal, async () => value, late);
    const bearing = bear(borne, sent, inTime);
    if (bearing) await bearing;

    const asking = { ...told, call, attempt };
    const begun = clock.now();
    tell(hooks, "request", asking);
    const limit = Math.min(timeout, left());
    const { answer, failure, cause } = await makeAttempt(connection, sent, limit, signal, read, late);
    const { response, code, requestId, isBroken } = answer ?? {};
    const status = response?.status;
    const answered = { ...asking, status, requestId, failure, duration: clock.now() - begun };
    tell(hooks, "response", answered);
    if (failure === "aborted") throw cause;

    const isRenewed: boolean = status === 401 && !wasRenewed && (await renew(borne, sent, inTime));
    wasRenewed ||= isRenewed;
    const mayPass = status === undefined || isBroken || isPassing(status, code, throttling);
    const retryable = isRepeatable && mayPass;
    const asked = retryable && response && askedDelay(response, throttling, clock.now());
    const delay = isRenewed ? 0 : retryable ? nextDelay(policy, attempt, asked || 0) : Infinity;
    if (!isRenewed && (delay >= left() || !takeRetry(budget))) {
      if (failure) throw failure === "timeout" ? cause : unanswered(last, cause);
      if (!mayPass && answer.response.ok) earnRetry(budget);
      return { ...answer, details: () => detailsOf({ ...last, retryable }, answer) };
    }
    tell(hooks, "retry", { ...answered, delay });
    await clock.sleep(delay, signal);
  }
}
