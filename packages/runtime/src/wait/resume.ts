import type { Connection } from "../connection.ts";
import type { Operation } from "../operation.ts";
import type { AnyResult } from "../result.ts";
import { follow } from "./follow.ts";
import type { AnyPoll, Outcome } from "./outcome.ts";
import { lastOf } from "./settle.ts";
import type { SettleOptions } from "./settle-options.ts";
import { readToken } from "./wait-token.ts";

/**
 * Goes on with a wait that another process, or an earlier call, began. Its deadline is a new one, and its polls are
 * counted anew; `elapsed` counts from the first beginning.
 *
 * @param token - of an update, or of the error of a wait
 * @param find - gives the operation that the token names
 * @throws TypeError if the token is none, or not of an operation here; and what `settle` throws.
 * @example
 * const outcome = await resume(connection, token, { deadline: "10m" }, () => getJob);
 */
export async function resume<Of extends AnyPoll = AnyPoll>(
  connection: Connection,
  token: string,
  options: SettleOptions,
  find: (operationId: string) => Operation<object, AnyResult, Of, unknown>,
): Promise<Outcome<Of>> {
  const { operation: id, args, began } = readToken(token);
  const operation = find(id);
  if (operation?.id !== id) throw new TypeError(`token is for ${id}, which is not here.`);
  const updates = follow(connection, operation, options, find)(args, { began });
  return (await lastOf(updates)) as Outcome<Of>;
}
