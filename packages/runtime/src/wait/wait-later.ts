import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import type { Find } from "../links/ways.ts";
import { loadPart } from "../load-part.ts";
import type { OperationDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { withTimeout } from "../send/with-timeout.ts";
import { checkWaitOptions } from "./check-wait-options.ts";
import { createInterval } from "./interval.ts";
import type { Outcome, Update } from "./outcome.ts";
import type { RunOptions, SettleOptions } from "./settle-options.ts";
import type { Waits } from "./waits.ts";

/** What waits, and what it needs to know of the operations of a service. */
export interface Waiting extends Pick<typeof import("./waiting.ts"), "settle" | "watch" | "run" | "resume"> {
  readonly waits?: Waits;
}

/** `() => import("./waiting.ts")`, of a client. */
export type LoadWaiting = () => Promise<Waiting>;

type Arguments = Readonly<Record<string, unknown>>;
type Loaded = Waiting & { readonly connection: Connection };
type Wait<How> = (by: Loaded, how: How) => Promise<Outcome>;

/**
 * What a client waits by: the same as `settle`, `watch`, `run` and `resume` of a connection, but loaded when it is first
 * needed, since most programs never wait. What is wrong with the options is told before.
 *
 * @param of - the operation of that name, if it takes such arguments
 */
export function waitLater(
  connection: Connection,
  of: (id: string, args: Arguments) => OperationDescription,
  find: Find,
  loadWaiting: LoadWaiting = async () => {
    throw new TypeError("No operation tells a status to wait for.");
  },
) {
  return {
    async settle(id: string, args: Arguments, how: SettleOptions): Promise<Outcome> {
      checkWaitOptions("settle", how);
      const operation = of(id, args);
      return begin(id, how, (by, left) => by.settle(by.connection, operation as never, args, left, find));
    },
    watch(id: string, args: Arguments, how: SettleOptions): AsyncGenerator<Update, Outcome, undefined> {
      checkWaitOptions("settle", how);
      const operation = of(id, args);
      // What is wrong with the options is thrown by the call, and not from the loop.
      toMilliseconds(how?.deadline, "deadline");
      createInterval(how.interval);
      return watchLater(id, operation as never, args, how);
    },
    async run(id: string, args: Arguments, how: RunOptions): Promise<Outcome> {
      checkWaitOptions("run", how);
      const operation = of(id, args);
      return begin(id, how, (by, left) => by.run(by.connection, operation, args, left, find));
    },
    async resume(token: string, how: SettleOptions): Promise<Outcome> {
      checkWaitOptions("settle", how);
      return begin("resume", how, (by, left) => by.resume(by.connection, token, left, find as never));
    },
  };

  async function begin<How extends SettleOptions>(id: string, how: How, wait: Wait<How>): Promise<Outcome> {
    return wait(...(await load(id, how, wait)));
  }

  async function* watchLater(
    id: string,
    operation: never,
    args: Arguments,
    how: SettleOptions,
  ): AsyncGenerator<Update, Outcome, undefined> {
    const [by, left] = await load(id, how, (ended) =>
      ended.settle(ended.connection, operation, args, how, find),
    );
    return yield* by.watch(by.connection, operation, args, left, find);
  }

  /**
   * @param id - what an error names
   * @param wait - for a wait that is aborted before it is loaded: it ends as any other does, which tells the hooks, and
   *   cancels if it is to
   * @returns what waits, and how to: until the deadline, which began when the wait was asked for
   * @throws RequestError `deadline`, if that passes meanwhile.
   * @throws what the signal aborts with, at once.
   */
  async function load<How extends SettleOptions>(
    id: string,
    how: How,
    wait: Wait<How>,
  ): Promise<[Loaded, How]> {
    const { deadline, signal } = how ?? {};
    const { clock } = connection;
    const limit = toMilliseconds(deadline, "deadline");
    const end = clock.now() + limit;
    const late = () =>
      new RequestError(`${id}: what waits was not loaded in ${limit / 1000} s, past its deadline`, {
        reason: "deadline",
        operation: id,
        retryable: true,
      });
    const loading = loadWaiting().then((waiting) => ({
      ...waiting,
      connection: { ...connection, waits: waiting.waits },
    }));
    try {
      const by = await withTimeout(clock, limit, signal, () => loadPart(loading), late);
      return [by, { ...how, deadline: Math.max(1, end - clock.now()) }];
    } catch (error) {
      if (signal?.aborted) loading.then((by) => wait(by, how)).catch(() => {});
      throw error;
    }
  }
}
