import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import { tell } from "../hooks.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Answer } from "./answer.ts";
import { makeAttempt } from "./attempt.ts";
import { detailsOf } from "./call-details.ts";
import { askedDelay } from "./retry-after.ts";
import { earnRetry, takeRetry } from "./retry-budget.ts";
import { isPassing, nextDelay, toRetryPolicy } from "./retry-policy.ts";
import { unanswered, withoutQuery } from "./unanswered.ts";

/**
 * Sends a request, again if it may be and an answer fails to come or says to come back, and gives the last answer.
 *
 * @param request - complete but for what credentials add
 * @param isRepeatable - whether it may be sent twice
 * @throws RequestError if no answer came: `connection` or `timeout`.
 * @throws what the signal aborts with, and what a credential throws.
 */
export async function sendRequest<Read extends Answer>(
  connection: Connection,
  operation: OperationDescription,
  request: WireRequest,
  isRepeatable: boolean,
  options: CallOptions,
  read: (response: Response) => Promise<Read>,
): Promise<Read> {
  const {
    clock,
    hooks,
    budget,
    credentials,
    service: { throttling },
  } = connection;
  const { id } = operation;
  const { signal } = options;
  const timeout = toMilliseconds(options.timeout ?? connection.timeout, "timeout");
  const total = toMilliseconds(options.totalTimeout ?? connection.totalTimeout, "totalTimeout");
  const policy = toRetryPolicy(options.retry, connection.retry);
  const end = clock.now() + total;
  const left = () => end - clock.now();
  const authentication = credentials[0]?.authenticate(connection, operation, signal);
  const tried = { operation: id, authentication, given: request, sent: request };
  const why = (cause?: unknown) =>
    unanswered(tried, isRepeatable, left() > 0 ? ["timeout", timeout] : ["totalTimeout", total], cause);
  const limit = { left, late: why };
  const call = {};

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const sent = { ...request, headers: { ...request.headers } };
    tried.sent = sent;
    // It comes last, since a signature covers all the rest. What is done at once costs no turn of the loop.
    const applied = authentication?.apply(sent, limit);
    if (applied) await applied;

    const begun = clock.now();
    const event = () => ({
      operation: id,
      call,
      method: request.method,
      url: withoutQuery(request.url),
      attempt,
    });
    tell(hooks, "request", event);
    const { answer, failure, cause } = await makeAttempt(
      connection,
      sent,
      Math.min(timeout, left()),
      signal,
      read,
      why,
    );
    const duration = clock.now() - begun;
    const { response, code, malformed, requestId } = answer ?? {};
    const status = response?.status;
    const told = () => ({ ...event(), status, requestId: requestId?.(), failure, duration });
    tell(hooks, "response", told);
    if (answer?.isSuccess) {
      earnRetry(budget);
      return answer;
    }
    if (failure === "aborted") throw signal?.reason;
    // To ask again is no use where a credential cannot be sent, which is thrown here.
    const error = failure === "connection" ? why(cause ?? null) : cause;

    // A 401 that another credential may mend is no failure in passing: it takes nothing from the budget.
    const isRenewed = status === 401 && (await authentication?.renew(sent, limit));
    const mayPass =
      !response || malformed?.reason === "unreadable" || isPassing(response.status, code, throttling);
    const retryable = isRepeatable && mayPass;
    const asked = response && retryable ? askedDelay(response, throttling, clock.now()) : 0;
    const delay = isRenewed ? 0 : retryable ? nextDelay(policy, attempt, asked) : Infinity;
    if (!isRenewed && (delay >= left() || !takeRetry(budget))) {
      if (failure) throw error;
      detailsOf.set(answer.response, { ...tried, code, requestId: requestId?.(), retryable });
      return answer;
    }
    tell(hooks, "retry", () => ({ ...told(), delay }));
    await clock.sleep(delay, signal);
  }
}
