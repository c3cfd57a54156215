import { placeArguments } from "./arguments.ts";
import type { CallOptions } from "./client-options.ts";
import type { Connection } from "./connection.ts";
import type { Operation } from "./operation.ts";
import type { OperationDescription } from "./operation-description.ts";
import { type ReadAnswer, readAnswer } from "./read/read-answer.ts";
import type { AnyResult } from "./result.ts";
import { sendRequest } from "./send/send-request.ts";
import { writeRequest } from "./write/write-request.ts";

/**
 * Calls an operation. An answer of any status is a result; only what gave no answer is thrown.
 *
 * @throws TypeError if an argument is not documented or cannot stand in its place, or an option is wrong.
 * @throws RequestError if no answer came: `connection` or `timeout`.
 * @throws what the signal aborts with.
 * @example
 * const result = await call(connection, getJob, { jobId });
 */
export async function call<Arguments extends object, Result extends AnyResult>(
  connection: Connection,
  operation: Operation<Arguments, Result, unknown, unknown, unknown>,
  args: Arguments,
  options?: CallOptions,
): Promise<Result> {
  const given = args as Readonly<Record<string, unknown>>;
  // The description and `Result` are generated from one document: the cast joins what it keeps in step.
  return toResult(await callOperation(connection, operation, given, options)) as Result;
}

/**
 * Calls an operation and gives all that is known of the answer.
 *
 * @throws TypeError at once, if an argument or an option is wrong; what else `call` throws, its promise rejects with.
 */
export function callOperation(
  connection: Connection,
  operation: OperationDescription,
  given: Readonly<Record<string, unknown>> = {},
  options: CallOptions = {},
): Promise<ReadAnswer> {
  const { idempotencyToken: token, safe } = operation;
  const placed = placeArguments(operation, token?.fill(given) ?? given);
  const request = writeRequest(connection, operation, placed, options);
  return sendRequest(connection, operation, request, !!(token || safe), options, (response) =>
    readAnswer(connection, operation, response),
  );
}

/** The answer as a result: a success, a failure, or a body that is not what it should be. */
export function toResult({ response, value, malformed, isSuccess }: ReadAnswer): AnyResult {
  // The status decides: an error may come without a body, so its truthiness says nothing.
  if (isSuccess) return { ok: true, status: response.status, data: value, response };
  return malformed
    ? { ok: false, status: "malformed", error: malformed, response }
    : { ok: false, status: response.status, error: value, response };
}
