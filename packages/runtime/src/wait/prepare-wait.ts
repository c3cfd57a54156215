import type { Connection } from "../connection.ts";
import { toMilliseconds } from "../duration.ts";
import type { Find } from "../links/ways.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import type { CanceledBy } from "./canceled-by.ts";
import { createInterval, type Interval } from "./interval.ts";
import { findMarks } from "./polled.ts";
import type { SettleOptions } from "./settle-options.ts";

/** What a wait needs besides requests; the limit is in milliseconds. */
export type PreparedWait = readonly [
  lro: LongRunningDescription,
  limit: number,
  cancel: ReturnType<CanceledBy>,
  interval: Interval,
];

/**
 * Gets ready to wait; nothing is sent.
 *
 * @throws TypeError if the operation tells no status, or an option is wrong.
 */
export function prepareWait(
  connection: Connection,
  operation: OperationDescription,
  options: SettleOptions,
  find?: Find,
): PreparedWait {
  const { id } = operation;
  const lro = findMarks(connection, operation);
  if (!lro) throw new TypeError(`${id} tells no status to wait for.`);
  if (options.cancel && !lro.cancel) {
    throw new TypeError(`${id} is canceled by no operation: see the option cancel.`);
  }
  return [
    lro,
    toMilliseconds(options.deadline, "deadline"),
    lro.cancel?.(connection, id, options, find),
    createInterval(options.interval),
  ];
}
