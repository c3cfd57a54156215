import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import type { Find } from "../links/ways.ts";
import { loadPart } from "../load-part.ts";
import type { OperationDescription } from "../operation-description.ts";
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
type Signal = AbortSignal | undefined;
type Loaded = Waiting & { readonly connection: Connection };

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
      return begin(how?.signal, (by) => by.settle(by.connection, operation as never, args, how, find));
    },
    watch(id: string, args: Arguments, how: SettleOptions): AsyncGenerator<Update, Outcome, undefined> {
      checkWaitOptions("settle", how);
      const operation = of(id, args);
      // What is wrong with the options is thrown by the call, and not from the loop.
      toMilliseconds(how?.deadline, "deadline");
      createInterval(how.interval);
      return watchLater(operation as never, args, how);
    },
    async run(id: string, args: Arguments, how: RunOptions): Promise<Outcome> {
      checkWaitOptions("run", how);
      const operation = of(id, args);
      return begin(how?.signal, (by) => by.run(by.connection, operation, args, how, find));
    },
    async resume(token: string, how: SettleOptions): Promise<Outcome> {
      checkWaitOptions("settle", how);
      return begin(how?.signal, (by) => by.resume(by.connection, token, how, find as never));
    },
  };

  async function begin(signal: Signal, wait: (by: Loaded) => Promise<Outcome>): Promise<Outcome> {
    return wait(await load(signal, wait));
  }

  async function* watchLater(
    operation: never,
    args: Arguments,
    how: SettleOptions,
  ): AsyncGenerator<Update, Outcome, undefined> {
    const by = await load(how.signal, (ended) => ended.settle(ended.connection, operation, args, how, find));
    return yield* by.watch(by.connection, operation, args, how, find);
  }

  /**
   * @param wait - for a wait that is aborted before it is loaded: it ends as any other does, which tells the hooks, and
   *   cancels if it is to
   * @throws what the signal aborts with, at once.
   */
  async function load(signal: Signal, wait: (by: Loaded) => Promise<unknown>): Promise<Loaded> {
    const loading = loadWaiting().then((waiting) => ({
      ...waiting,
      connection: { ...connection, waits: waiting.waits },
    }));
    try {
      return await loadPart(loading, signal);
    } catch (error) {
      if (signal?.aborted) loading.then(wait).catch(() => {});
      throw error;
    }
  }
}
