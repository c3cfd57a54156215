import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import { tell } from "../hooks.ts";
import type { Find } from "../links/ways.ts";
import type { OperationDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { askedDelay } from "../send/retry-after.ts";
import { withTimeout } from "../send/with-timeout.ts";
import { cancelerOf } from "./canceler.ts";
import { createInterval } from "./interval.ts";
import type { Outcome, Update } from "./outcome.ts";
import { poll, type Told } from "./poll.ts";
import { marksOf } from "./polled.ts";
import type { SettleOptions } from "./settle-options.ts";
import { createTolerance } from "./tolerance.ts";
import { writeToken } from "./wait-token.ts";

/** The states after which the wait goes on. */
const MOVING: readonly string[] = ["unknown", "notStarted", "running", "waiting"];

/** Asks, until it is settled, how something goes; the last update is the outcome. */
export type Follow = (
  args: Readonly<Record<string, unknown>>,
  before?: Before,
) => AsyncGenerator<Update, Outcome, undefined>;

/** What was before a wait. */
export interface Before {
  /** When what is waited for was started, or the first wait for it began. */
  readonly began?: number;
  /** Whether the service has answered already. */
  readonly heard?: boolean;
}

/**
 * Gets ready to wait. Nothing is sent before the first update is asked for.
 *
 * @throws TypeError if the operation tells no status, or an option is wrong.
 */
export function follow(
  connection: Connection,
  operation: OperationDescription,
  options: SettleOptions = {} as SettleOptions,
  find?: Find,
): Follow {
  const { service, hooks, clock } = connection;
  const { onWaiting, tolerate = [], signal, headers, timeout, totalTimeout } = options;
  const { id } = operation;
  const lro = marksOf(connection, operation);
  const limit = toMilliseconds(options.deadline, "deadline");
  const by = cancelerOf(id, lro, options.cancel, find);
  const interval = createInterval(options.interval);

  return async function* (args, { began = clock.now(), heard } = {}) {
    const token = writeToken({ operation: id, args, began });
    const tolerance = createTolerance(connection, tolerate, heard);
    const several = lro.several?.(clock, tolerate);
    const end = clock.now() + limit;
    const wait = {};
    let polls = 0;
    let last: Told | undefined;
    let failure: RequestError | undefined;
    let isLate = false;
    let ended = "error";
    const count = () => ({ polls, elapsed: Math.max(0, clock.now() - began) });
    // A poll that fails is not repeated at once: the next one follows, in its time.
    const ask = (signal: AbortSignal) =>
      poll(
        connection,
        operation,
        lro,
        args,
        { headers, timeout, totalTimeout, retry: false, signal },
        several,
      );

    try {
      for (;;) {
        polls++;
        const told = await withTimeout(clock, end - clock.now(), signal, ask, late).catch(tolerance.admit);
        const event = { operation: id, wait, ...count() };
        if (told instanceof RequestError) {
          failure = told;
          tell(hooks, "poll", () => ({ ...event, status: "unknown", error: told }));
        } else {
          const { status, value, progress } = told;
          tolerance.renew();
          failure = undefined;
          last = told;
          tell(hooks, "poll", () => ({ ...event, status, value, progress }));
          const isSettled = !MOVING.includes(status) || (status === "waiting" && onWaiting === "stop");
          if (isSettled) ended = status;
          // What an outcome of its status has, it has.
          const update = { ...told, ...count(), token } as Update;
          yield update;
          if (isSettled) return update as Outcome;
        }
        const delay = interval(
          polls,
          told.response && askedDelay(told.response, service.throttling, clock.now()),
        );
        const left = end - clock.now();
        await clock.sleep(Math.min(delay, left), signal);
        if (delay >= left) throw late();
      }
    } catch (error) {
      const isGivenUp = isLate || signal?.aborted;
      if (by && isGivenUp) by.cancels?.(connection, { by, polled: id, args, told: last, options });
      signal?.throwIfAborted();
      if (error instanceof RequestError) {
        Object.defineProperty(error, "token", { value: token, configurable: true });
      }
      throw error;
    } finally {
      tell(hooks, "settled", () => ({ operation: id, wait, status: ended, ...count() }));
    }

    function late(): RequestError {
      isLate = true;
      const stands = last ? `${last.status} (${last.value ?? "no status"})` : "unknown";
      const message = `${id} is ${stands} after ${limit / 1000} s and ${polls} polls: the deadline has passed`;
      return new RequestError(message, { reason: "deadline", operation: id, retryable: true }, failure);
    }
  };
}
