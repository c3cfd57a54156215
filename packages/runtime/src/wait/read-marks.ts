import { memberAt } from "../member-at.ts";
import type { LongRunningDescription, OperationState } from "../operation-description.ts";

/** What the marks in an answer tell. */
export interface Marks {
  readonly status: OperationState | "unknown" | "expired";
  /** The vendor's own word for it. */
  readonly value: unknown;
  /** In percent. */
  readonly progress: number | undefined;
  readonly result: unknown;
  readonly error: unknown;
}

/** Reads the marks in an answer that is a success, and that tells of one execution. */
export function readMarks(lro: LongRunningDescription, data: unknown): Marks {
  const at = (path: readonly string[] | undefined) => path && memberAt(data, path);
  const value = at(lro.status) ?? undefined;
  const status = value === undefined && lro.expires ? "expired" : stateOf(lro, value);
  const progress = lro.progress?.read(at(lro.progress.path));
  return { status, value, progress, result: at(lro.result), error: at(lro.error) };
}

/** What a value means; the same one may be a number in the document and a text on the wire. */
export function stateOf({ states }: LongRunningDescription, value: unknown): OperationState | "unknown" {
  for (const [state, values] of Object.entries(states)) {
    if (values.some((listed) => `${listed}` === `${value}`)) return state as OperationState;
  }
  return "unknown";
}
