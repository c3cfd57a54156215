import { callOperation } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import { linkArguments } from "../links/link-arguments.ts";
import type { LinkDescription, OperationDescription } from "../operation-description.ts";
import type { SettleOptions } from "./settle-options.ts";

/** Asks the server to cancel what a wait was for, after a poll with these arguments that told this, if any. */
export type Cancel = (
  connection: Connection,
  wait: {
    /** The operation that cancels. */
    readonly by: OperationDescription;
    /** The `operationId` of that which was polled. */
    readonly polled: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly told: { readonly response: Response; readonly data: unknown } | undefined;
    readonly options: SettleOptions;
  },
) => void;

/**
 * For an operation that cancels: how it is called, by what is polled. The server is asked once; nobody waits for its
 * answer, of which the hooks are told as of any other.
 */
export function canceling(
  links: Readonly<Record<string, Pick<LinkDescription, "parameters" | "requestBody">>>,
): Cancel {
  return (connection, { by, polled, args, told, options: { headers } }) => {
    const { response, data: body } = told ?? { response: Response.error(), data: undefined };
    const given = linkArguments(links[polled] ?? {}, by, { args, response, body });
    const options = { headers, timeout: 10_000, totalTimeout: 10_000, retry: false } as const;
    // Nor does anybody hear that an argument is missing.
    (async () => callOperation(connection, by, given, options))().catch(() => {});
  };
}
