import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { valueAt } from "../pointer.ts";
import type { Answer } from "../send/answer.ts";
import type { ServiceDescription } from "../service-description.ts";
import { documentedKind } from "./documented-kind.ts";
import { type ReadBody, readBody } from "./read-body.ts";
import { requestIdOf } from "./request-id.ts";

/** An answer, its body read. */
export interface ReadAnswer extends Answer {
  readonly body: ReadBody;
  /** Whether the answer is a success: by its status, and by the code in its body where that has the last word. */
  readonly isSuccess: boolean;
}

/** Reads the answer to an operation by what is documented of it. */
export async function readAnswer(
  { service, validation }: Connection,
  operation: OperationDescription,
  response: Response,
): Promise<ReadAnswer> {
  const read = await readBody(response, documentedKind(operation, response.status));
  const value = "value" in read ? read.value : undefined;
  const invalid = "value" in read ? validation?.(operation, response, value) : undefined;
  const code = response.ok ? inBandError(operation, value) : errorCode(service, value);
  const body = invalid ? { malformed: invalid } : read;
  return {
    response,
    body,
    code,
    requestId: requestIdOf(service, response, value),
    fault: "malformed" in body ? body.malformed.reason : undefined,
    isSuccess: response.ok && code === undefined,
  };
}

/** The code in the body of a success, if it says that it is none. */
function inBandError({ inBand }: OperationDescription, body: unknown): string | number | undefined {
  if (!inBand) return undefined;
  const code = asCode(valueAt(body, inBand.code));
  return code === undefined || inBand.success.some((success) => String(success) === String(code))
    ? undefined
    : code;
}

/** The machine-readable code of an error, from where this service's bodies hold it. */
export function errorCode({ errorCodes }: ServiceDescription, body: unknown): string | number | undefined {
  for (const pointer of errorCodes ?? []) {
    const code = asCode(valueAt(body, pointer));
    if (code !== undefined) return code;
  }
  return undefined;
}

function asCode(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
