import type { Connection } from "../connection.ts";
import type { Find } from "../links/ways.ts";
import type { Told } from "./poll.ts";
import type { SettleOptions } from "./settle-options.ts";

/**
 * Gets ready to ask the server to cancel, if a wait is to: after a poll with these arguments that told this, if any.
 *
 * @throws TypeError if the operation to cancel by is not there, or is another one.
 */
export type CanceledBy = (
  connection: Connection,
  polled: string,
  options: SettleOptions,
  find: Find | undefined,
) => ((args: Readonly<Record<string, unknown>>, told: Told | undefined) => void) | undefined;

/** For operations with a link to one that asks the server to cancel. */
export function canceledBy(known: string): CanceledBy {
  return (connection, polled, options, find) => {
    const { cancel: wanted } = options;
    if (!wanted) return undefined;
    const by = wanted === true ? find?.(known) : wanted;
    if (by?.id === known)
      return (args, told) => by.cancels?.(connection, { by, polled, args, told, options });
    throw new TypeError(`${polled} is canceled by ${known}: see the option cancel.`);
  };
}
