import { splitArguments } from "./arguments.ts";
import type { CallOptions } from "./client-options.ts";
import type { OperationDescription } from "./operation-description.ts";
import { readBody } from "./read-body.ts";
import type { Failure, Success } from "./result.ts";
import type { Send } from "./transport.ts";

export interface Operation {
  readonly id: string;
  readonly operation: OperationDescription;
  readonly send: Send;
}

/** Makes one call. A response of any status is a result; only what gave no response is thrown. */
export async function callOperation(
  { id, operation, send }: Operation,
  args: Readonly<Record<string, unknown>>,
  call: CallOptions,
): Promise<Success<number, unknown> | Failure<number, unknown>> {
  const parts = splitArguments(id, operation, args);
  const response = await send(operation, parts, call);
  const body = await readBody(id, response);

  // The status decides: an error may come without a body, so its truthiness says nothing.
  if (response.ok) return { ok: true, status: response.status, data: body, response };
  return { ok: false, status: response.status, error: body, response };
}
