import type { Connection } from "../connection.ts";
import type { Find } from "../links/ways.ts";
import type { AnyResult } from "../result.ts";
import { follow } from "./follow.ts";
import type { AnyPoll, Outcome, Update } from "./outcome.ts";
import type { Polled } from "./polled.ts";
import type { SettleOptions } from "./settle-options.ts";

/**
 * Waits until a long-running operation is settled, and tells of each poll. The last update is the outcome, which the
 * generator returns too. Nothing is asked while the loop over it is at work, nor after it is left.
 *
 * @param find - gives the operation that cancels, for `cancel: true`
 * @throws TypeError if an option is wrong.
 * @throws what `settle` throws, from the loop.
 * @example
 * for await (const update of watch(connection, getJob, { jobId }, { deadline: "10m" })) show(update.progress);
 */
export function watch<Arguments extends object, Result extends AnyResult, Of extends AnyPoll>(
  connection: Connection,
  operation: Polled<Arguments, Result, Of>,
  args: Arguments,
  options: SettleOptions,
  find?: Find,
): AsyncGenerator<Update<Of>, Outcome<Of>, undefined> {
  const updates = follow(connection, operation, options, find)(args as Readonly<Record<string, unknown>>);
  // The marks and `Of` are generated from one document: the cast joins what it keeps in step.
  return updates as AsyncGenerator<Update<Of>, Outcome<Of>, undefined>;
}
