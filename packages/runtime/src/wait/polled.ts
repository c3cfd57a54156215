import type { Connection } from "../connection.ts";
import type { Operation } from "../operation.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import type { AnyResult } from "../result.ts";
import type { AnyPoll } from "./outcome.ts";

/** An operation that tells how something goes; no other can be waited for. */
export type Polled<
  Arguments extends object,
  Result extends AnyResult,
  Of extends AnyPoll,
  Item = unknown,
> = Operation<Arguments, Result, Of, Item, unknown> &
  ([Of] extends [never] ? "it does not tell how it goes" : unknown);

/** Where an operation tells how something goes, if it does. */
export function findMarks(
  { waits }: Connection,
  { id, lro }: OperationDescription,
): LongRunningDescription | undefined {
  return waits?.[id] ?? lro;
}
