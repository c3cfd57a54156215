import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import type { Find } from "../links/ways.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import type { CanceledBy } from "./canceled-by.ts";
import { createInterval, type Interval } from "./interval.ts";
import { findMarks } from "./polled.ts";
import type { SettleOptions } from "./settle-options.ts";

/** What a wait needs besides requests. */
export interface PreparedWait {
  readonly lro: LongRunningDescription;
  /** In milliseconds. */
  readonly limit: number;
  readonly cancel: ReturnType<CanceledBy>;
  readonly interval: Interval;
}

/**
 * Gets ready to wait; nothing is sent.
 *
 * @throws TypeError if the operation tells no status, or an option is wrong.
 */
export function prepareWait(
  connection: Connection,
  operation: OperationDescription,
  options: SettleOptions = {} as SettleOptions,
  find?: Find,
): PreparedWait {
  const { id } = operation;
  const lro = findMarks(connection, operation);
  if (!lro) throw new TypeError(`${id} tells no status to wait for.`);
  const limit = toMilliseconds(options.deadline, "deadline");
  if (options.cancel && !lro.cancel) {
    throw new TypeError(`${id} is canceled by no operation: see the option cancel.`);
  }
  const cancel = lro.cancel?.(connection, id, options, find);
  return { lro, limit, cancel, interval: createInterval(options.interval) };
}
