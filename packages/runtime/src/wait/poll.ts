import { callOperation, toResult } from "../call-operation.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import { toRequestError } from "../unwrap.ts";
import type { Marks, ReadMarks } from "./read-marks.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** A success, and how it says that things stand. */
export interface Told extends Marks {
  readonly data: unknown;
  readonly response: Response;
  readonly missed?: undefined;
}

/**
 * Asks once how something goes.
 *
 * @throws RequestError if an answer is no success, if there is none, or none of what it lists.
 */
export async function poll(
  connection: Connection,
  operation: OperationDescription,
  lro: LongRunningDescription,
  args: Arguments,
  options: CallOptions,
  read: ReadMarks,
): Promise<Told> {
  const ask = async (given: Arguments) => {
    const result = toResult(await callOperation(connection, operation, given, options));
    if (!result.ok) throw toRequestError(result);
    return result;
  };
  const first = await ask(args);
  const { response, data } = first;
  const marks = await read(lro, first, operation, args, ask);
  return { ...marks, ...lro.json?.(marks), data, response };
}
