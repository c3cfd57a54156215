import { callOperation } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import { linkArguments } from "../links/link-arguments.ts";
import type { Find } from "../links/ways.ts";
import type { LinkDescription } from "../operation-description.ts";
import type { SettleOptions } from "./settle-options.ts";

/** Prepares to ask the server to cancel what is waited for: after a poll with these arguments that told this, if any. */
export type Cancel = (
  connection: Connection,
  options: SettleOptions,
  find: Find | undefined,
) => (args: Readonly<Record<string, unknown>>, told?: { response: Response; data: unknown }) => void;

/**
 * For operations of which a link cancels what they tell of. The server is asked once; nobody waits for its answer, of
 * which the hooks are told as of any other.
 */
export function cancelBy(link: Omit<LinkDescription, "status">): Cancel {
  return (connection, { cancel, headers }, find) => {
    const { operationId } = link;
    const target = cancel === true ? find?.(operationId) : cancel || undefined;
    if (target?.id !== operationId) throw new TypeError(`cancel takes the operation ${operationId}.`);
    return (args, { response, data } = { response: Response.error(), data: undefined }) => {
      const given = linkArguments(link, target, { args, response, body: data });
      const options = { headers, timeout: 10_000, totalTimeout: 10_000, retry: false } as const;
      callOperation(connection, target, given, options).catch(() => {});
    };
  };
}
