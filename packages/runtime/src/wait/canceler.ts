import type { Find } from "../links/ways.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import type { SettleOptions } from "./settle-options.ts";

/**
 * The operation that a wait is to cancel by, if it is to.
 *
 * @throws TypeError if there is none, or it is another one.
 */
export function cancelerOf(
  polled: string,
  { cancel: known }: LongRunningDescription,
  wanted: SettleOptions["cancel"],
  find: Find | undefined,
): OperationDescription | undefined {
  if (!wanted) return undefined;
  const by = wanted === true ? known && find?.(known) : wanted;
  if (by && by.id === known) return by;
  throw new TypeError(`${polled} is canceled by ${known ?? "no operation"}: see the option cancel.`);
}
