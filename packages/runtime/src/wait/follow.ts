import type { Connection } from "../connection.ts";
import { tell } from "../hooks.ts";
import type { Find } from "../links/ways.ts";
import type { OperationDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { askedDelay } from "../send/retry-after.ts";
import { withTimeout } from "../send/with-timeout.ts";
import type { Outcome, Update } from "./outcome.ts";
import { poll, type Told } from "./poll.ts";
import { prepareWait } from "./prepare-wait.ts";
import { readMarks } from "./read-marks.ts";
import type { SettleOptions } from "./settle-options.ts";
import { createTolerance, type Missed } from "./tolerance.ts";
import { writeToken } from "./wait-token.ts";

/** Asks, until it is settled, how something goes; the last update is the outcome. */
export type Follow = (
  args: Readonly<Record<string, unknown>>,
  before?: Before,
) => AsyncGenerator<Update, Outcome, undefined>;

/** What was before a wait. */
interface Before {
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
  const { onWaiting, tolerate = [], signal } = options;
  const { id } = operation;
  const [lro, limit, cancel, interval] = prepareWait(connection, operation, options, find);
  const moving: readonly string[] = [
    "unknown",
    "notStarted",
    "running",
    onWaiting === "stop" ? "" : "waiting",
  ];

  return async function* (args, { began = clock.now(), heard } = {}) {
    const token = writeToken({ operation: id, args, began });
    const inPatience = createTolerance<Told>(connection, tolerate, heard);
    const read = lro.read?.(clock, tolerate) ?? readMarks;
    const end = clock.now() + limit;
    const wait = {};
    let polls = 0;
    let last: Told | undefined;
    let missed: Missed["missed"] | undefined;
    let ended = "error";
    const count = () => ({ polls, elapsed: Math.max(0, clock.now() - began) });
    const late = () =>
      new RequestError(
        // What was taken by loading what waits is no matter for its users.
        `${id} is ${last?.status ?? "unknown"} (${JSON.stringify(last?.value) ?? "no status"}) after ${Math.ceil(limit / 100) / 10} s and ${polls} polls, past its deadline`,
        { reason: "deadline", operation: id, retryable: true },
        missed?.error,
      );
    // A poll that fails is not repeated at once: the next one follows, in its time.
    const ask = (signal: AbortSignal) =>
      poll(connection, operation, lro, args, { ...options, retry: false, signal }, read);

    try {
      for (;;) {
        polls++;
        const told = await inPatience(withTimeout(clock, end - clock.now(), signal, ask, late));
        const { status, value, progress, response } = told;
        missed = told.missed;
        tell(hooks, "poll", () => ({
          operation: id,
          wait,
          ...count(),
          status,
          value,
          progress,
          ...missed,
        }));
        if (!told.missed) {
          last = told;
          const isSettled = !moving.includes(status);
          if (isSettled) ended = status;
          // What an outcome of its status has, it has.
          const update = { ...told, ...count(), token } as Update;
          yield update;
          if (isSettled) return update as Outcome;
        }
        const delay = interval(polls, response && askedDelay(response, service.throttling, clock.now()));
        const left = end - clock.now();
        await clock.sleep(Math.min(delay, left), signal);
        if (delay >= left) throw late();
      }
    } catch (error) {
      const isOurs = error instanceof RequestError;
      if (signal?.aborted || (isOurs && error.reason === "deadline")) cancel?.(args, last);
      signal?.throwIfAborted();
      if (isOurs) Object.defineProperty(error, "token", { value: token, configurable: true });
      throw error;
    } finally {
      tell(hooks, "settled", () => ({ operation: id, wait, status: ended, ...count() }));
    }
  };
}
