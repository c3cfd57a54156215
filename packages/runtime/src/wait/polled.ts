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
> = Operation<Arguments, Result, Of, Item> &
  ([Of] extends [never] ? "it does not tell how it goes" : unknown);

/** @throws TypeError if the operation does not tell how something goes. */
export function marksOf({ id, lro }: OperationDescription): LongRunningDescription {
  if (lro) return lro;
  throw new TypeError(`${id} does not tell how something goes, to wait for it.`);
}
