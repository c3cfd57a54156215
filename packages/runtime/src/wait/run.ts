import { callOperation, toResult } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import type { Find } from "../links/ways.ts";
import { takeWay, waysFrom } from "../links/ways.ts";
import type { Operation } from "../operation.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { AnyResult } from "../result.ts";
import { toRequestError } from "../unwrap.ts";
import { follow } from "./follow.ts";
import type { AnyPoll, Outcome } from "./outcome.ts";
import { lastOf } from "./settle.ts";
import type { RunOptions } from "./settle-options.ts";

/** Without a client, an operation is chosen by itself rather than by its name. */
export interface RunOptionsTo<Of extends AnyPoll> extends Omit<RunOptions, "to"> {
  readonly to: Operation<object, AnyResult, Of, unknown>;
}

/**
 * Starts something and waits until it is settled, by the documented link from the one to the other.
 *
 * @param find - gives the operations that the links name
 * @throws TypeError if no link leads to an operation that can be waited for; it is thrown before the start.
 * @throws RequestError `malformed` if the answer to the start does not hold what the link needs; and what `unwrap`
 *   throws of the start, and `settle` of the wait.
 * @example
 * const outcome = await run(connection, startJob, { name }, { to: getJob, deadline: "10m" });
 */
export function run<Arguments extends object, Of extends AnyPoll>(
  connection: Connection,
  operation: Operation<Arguments, AnyResult, unknown, unknown, unknown>,
  args: Arguments,
  options: RunOptionsTo<Of>,
  find?: Find,
): Promise<Outcome<Of>>;
export function run(
  connection: Connection,
  operation: OperationDescription,
  args: object,
  options: RunOptions,
  find: Find,
): Promise<Outcome>;
export async function run(
  connection: Connection,
  operation: OperationDescription,
  given: object,
  options: RunOptions | RunOptionsTo<AnyPoll> = {} as RunOptions,
  find?: Find,
): Promise<Outcome> {
  const args = given as Readonly<Record<string, unknown>>;
  const { clock, totalTimeout: total } = connection;
  const { deadline, signal, headers, timeout, totalTimeout = total, retry } = options;
  const ways = waysFrom(connection, operation, options.to, find);
  // What is wrong with the options is said before anything is started.
  follow(connection, ways[0].target, options, find);
  const began = clock.now();
  const limit = toMilliseconds(deadline, "deadline");
  const callLimit = Math.min(limit, toMilliseconds(totalTimeout, "totalTimeout"));
  const call = { signal, headers, timeout, totalTimeout: callLimit, retry };
  const result = toResult(await callOperation(connection, operation, args, call));
  if (!result.ok) throw toRequestError(result);

  const way = takeWay(ways, operation, args, result);
  const left = { ...options, deadline: Math.max(1, limit - (clock.now() - began)) };
  return lastOf(follow(connection, way.target, left, find)(way.args, { began, heard: true }));
}
