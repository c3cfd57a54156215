import type { Connection } from "../connection.ts";
import type { LongRunningDescription } from "../operation-description.ts";

/**
 * By `operationId`, what only waiting needs of an operation that can be polled. It stands apart from the description,
 * so that a bundle which calls the operation and does not wait is without it.
 */
export type Waits = Readonly<Record<string, Pick<LongRunningDescription, "several">>>;

/** `settle`, `watch`, `run` or `resume`, for a service of which they need more than the descriptions of operations. */
export function waitingBy<Wait extends (connection: Connection, ...rest: never[]) => unknown>(
  waits: Waits,
  wait: Wait,
): Wait {
  const own = (connection: Connection, ...rest: never[]) => wait({ ...connection, waits }, ...rest);
  // It takes and gives what the other does, overloads and all.
  return own as Wait;
}
