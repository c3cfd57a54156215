import type { Connection } from "../connection.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";

/**
 * By `operationId`, what waiting needs of an operation that can be polled. It stands apart from the description, so that
 * a bundle which calls the operation and does not wait is without it.
 */
export type Waits = Readonly<Record<string, LongRunningDescription>>;

/** `settle`, `watch`, `run` or `resume`, for the operations of a service. */
export function waitingBy<Wait extends (connection: Connection, ...rest: never[]) => unknown>(
  waits: Waits,
  wait: Wait,
): Wait {
  const own = (connection: Connection, ...rest: never[]) => wait({ ...connection, waits }, ...rest);
  // It takes and gives what the other does, overloads and all.
  return own as Wait;
}

/** The operations, those that can be polled with what waiting for them needs. */
export function withWaits<Operations extends Readonly<Record<string, OperationDescription>>>(
  operations: Operations,
  waits: Waits = {},
): Operations {
  const polled = Object.entries(waits).map(([id, lro]) => [id, { ...operations[id], lro }] as const);
  return { ...operations, ...Object.fromEntries(polled) };
}
