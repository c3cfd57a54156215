import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { Answer } from "../send/answer.ts";
import { documentedKind } from "./documented-kind.ts";
import { firstOf } from "./first-of.ts";
import { readBody } from "./read-body.ts";

/** An answer, its body read. */
export interface ReadAnswer extends Answer {
  /** What the body holds, unless it is malformed. */
  readonly value: unknown;
}

/** Reads the answer to an operation by what is documented of it. */
export async function readAnswer(
  { service, options: { validation } }: Connection,
  operation: OperationDescription,
  response: Response,
): Promise<ReadAnswer> {
  const { ok } = response;
  const read = await readBody(response, documentedKind(operation, response.status));
  const { value, malformed = validation?.(operation, response, value) } = read;
  const code = ok ? operation.inBand?.errorIn(value) : firstOf(service.errorCodes, response, value);
  const requestId = () => firstOf(service.requestId, response, value)?.toString();
  return { response, value, malformed, code, requestId, isSuccess: ok && code === undefined && !malformed };
}
