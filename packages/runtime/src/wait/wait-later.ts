import type { Connection } from "../connection.ts";
import type { Find } from "../links/ways.ts";
import { loadPart } from "../load-part.ts";
import type { OperationDescription } from "../operation-description.ts";
import { checkWaitOptions } from "./check-wait-options.ts";
import type { Outcome, Update } from "./outcome.ts";
import { prepareWait } from "./prepare-wait.ts";
import type { RunOptions, SettleOptions } from "./settle-options.ts";

type Waiting = typeof import("./waiting.ts");
type Arguments = Readonly<Record<string, unknown>>;
type Signal = AbortSignal | undefined;

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
) {
  return {
    async settle(id: string, args: Arguments, how: SettleOptions): Promise<Outcome> {
      checkWaitOptions("settle", how);
      const operation = of(id, args);
      return begin(how?.signal, ({ settle }) => settle(connection, operation as never, args, how, find));
    },
    watch(id: string, args: Arguments, how: SettleOptions): AsyncGenerator<Update, Outcome, undefined> {
      checkWaitOptions("settle", how);
      const operation = of(id, args);
      // What is wrong is thrown by the call, and not from the loop.
      prepareWait(connection, operation, how ?? {}, find);
      return watchLater(connection, operation as never, args, how, find);
    },
    async run(id: string, args: Arguments, how: RunOptions): Promise<Outcome> {
      checkWaitOptions("run", how);
      const operation = of(id, args);
      return begin(how?.signal, ({ run }) => run(connection, operation, args, how, find));
    },
    async resume(token: string, how: SettleOptions): Promise<Outcome> {
      checkWaitOptions("settle", how);
      return begin(how?.signal, ({ resume }) => resume(connection, token, how, find as never));
    },
  };
}

async function begin(signal: Signal, wait: (waiting: Waiting) => Promise<Outcome>): Promise<Outcome> {
  return wait(await load(signal, wait));
}

async function* watchLater(
  ...given: Parameters<Waiting["watch"]>
): AsyncGenerator<Update, Outcome, undefined> {
  const [, , , { signal }] = given;
  const { watch } = await load(signal, ({ settle }) => settle(...given));
  return yield* watch(...given);
}

/**
 * @param wait - for a wait that is aborted before it is loaded: it ends as any other does, which tells the hooks, and
 *   cancels if it is to
 * @throws what the signal aborts with, at once.
 */
async function load(signal: Signal, wait: (waiting: Waiting) => Promise<unknown>): Promise<Waiting> {
  const loading = import("./waiting.ts");
  try {
    return await loadPart(loading, signal);
  } catch (error) {
    if (signal?.aborted) loading.then(wait).catch(() => {});
    throw error;
  }
}
