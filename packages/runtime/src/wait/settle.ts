import type { Connection } from "../connection.ts";
import type { Find } from "../links/ways.ts";
import type { AnyResult } from "../result.ts";
import { follow } from "./follow.ts";
import type { AnyPoll, Outcome } from "./outcome.ts";
import type { Polled } from "./polled.ts";
import type { SettleOptions } from "./settle-options.ts";

/**
 * Waits until a long-running operation is settled. One that is already costs one request.
 *
 * A poll that is refused ends the wait, with its status: 401, 403 and 404 for instance, but for those in `tolerate`.
 * After one that is throttled, fails on the server or is not answered, the wait goes on; so it does after up to five
 * pages of a proxy in a row, and up to five polls if nothing was ever heard from the service.
 *
 * @param find - gives the operation that cancels, for `cancel: true`
 * @throws TypeError if an option or an argument is wrong.
 * @throws RequestError `deadline` when that has passed; `status`, `malformed`, `redirect`, `connection` or `timeout` if
 *   the wait was given up. Its `token` is what `resume` takes.
 * @throws what the signal aborts with.
 * @example
 * const outcome = await settle(connection, getJob, { jobId }, { deadline: "10m" });
 * if (outcome.status === "succeeded") use(outcome.result);
 */
export async function settle<Arguments extends object, Result extends AnyResult, Of extends AnyPoll>(
  connection: Connection,
  operation: Polled<Arguments, Result, Of>,
  args: Arguments,
  options: SettleOptions,
  find?: Find,
): Promise<Outcome<Of>> {
  const updates = follow(connection, operation, options, find)(args as Readonly<Record<string, unknown>>);
  // The marks and `Of` are generated from one document: the cast joins what it keeps in step.
  return lastOf(updates) as Promise<Outcome<Of>>;
}

/** What a generator tells last, which is what it returns. */
export async function lastOf<Last>(updates: AsyncGenerator<unknown, Last, undefined>): Promise<Last> {
  let last: unknown;
  for await (last of updates);
  return last as Last;
}
