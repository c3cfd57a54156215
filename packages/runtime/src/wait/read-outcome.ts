import type { LongRunningDescription } from "../operation-description.ts";
import type { Marks } from "./read-marks.ts";

/** What an outcome tells beside what every update does. */
export function readOutcome(
  { json }: LongRunningDescription,
  { status, result, error }: Marks,
): object | undefined {
  const parsed = (name: "result" | "error", value: unknown) =>
    json?.includes(name) ? parse(value) : undefined;
  if (status === "succeeded") return { result, resultJson: parsed("result", result) };
  if (status === "failed") return { error, errorJson: parsed("error", error), result };
  return status === "canceled" ? { error } : undefined;
}

function parse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parse);
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    // Broken: the text itself is not lost.
    return undefined;
  }
}
