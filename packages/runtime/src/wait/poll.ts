import { callOperation, toResult } from "../call-operation.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import { toRequestError } from "../unwrap.ts";
import { type Marks, readMarks } from "./read-marks.ts";
import { readOutcome } from "./read-outcome.ts";
import type { ReadSeveral } from "./several.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** A success, and how it says that things stand; with the outcome, if they are settled. */
export interface Told extends Pick<Marks, "status" | "value" | "progress"> {
  readonly data: unknown;
  readonly response: Response;
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
  several: ReadSeveral | undefined,
): Promise<Told> {
  const ask = async (given: Arguments) => {
    const result = toResult(await callOperation(connection, operation, given, options));
    if (!result.ok) throw toRequestError(result);
    return result;
  };
  const first = await ask(args);
  const { response, data } = first;
  const marks = several
    ? await several(operation, lro, args, first, async (next) => (await ask(next)).data)
    : readMarks(lro, data);
  const { status, value, progress } = marks;
  return { status, value, progress, data, response, ...readOutcome(lro, marks) };
}
