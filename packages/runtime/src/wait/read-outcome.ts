import type { LongRunningDescription } from "../operation-description.ts";
import type { Marks } from "./read-marks.ts";

/** What an outcome tells beside what every update does. */
export function readOutcome(
  { json }: LongRunningDescription,
  { status, result, error }: Marks,
): object | undefined {
  if (status === "succeeded") return { result, resultJson: json?.result?.(result) };
  if (status === "failed") return { error, errorJson: json?.error?.(error), result };
  return status === "canceled" ? { error } : undefined;
}
