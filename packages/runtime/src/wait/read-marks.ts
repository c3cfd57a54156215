import type { Clock } from "../clock.ts";
import { memberAt } from "../member-at.ts";
import type {
  LongRunningDescription,
  OperationDescription,
  OperationState,
} from "../operation-description.ts";
import type { Success } from "../result.ts";

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

/**
 * Reads the marks in an answer that is a success.
 *
 * @param ask - gives another one, for other arguments of the operation
 */
export type ReadMarks = (
  lro: LongRunningDescription,
  answer: Success<number, unknown>,
  operation: OperationDescription,
  args: Readonly<Record<string, unknown>>,
  ask: (args: Readonly<Record<string, unknown>>) => Promise<Success<number, unknown>>,
) => Marks | Promise<Marks>;

/** Gets ready to read the answers of one wait. */
export type Reader = (clock: Clock, tolerate: readonly number[]) => ReadMarks;

/** Of one that tells of one execution. */
export function readMarks(lro: LongRunningDescription, { data }: { readonly data: unknown }): Marks {
  const at = (path: readonly string[] | undefined) => path && memberAt(data, path);
  const value = at(lro.status) ?? undefined;
  const status = lro.expires?.(value, data) ? "expired" : stateOf(lro, value);
  return { status, value, progress: lro.progress?.in(data), result: at(lro.result), error: at(lro.error) };
}

/** What a value means; the same one may be a number in the document and a text on the wire. An object is no state. */
export function stateOf({ states }: LongRunningDescription, value: unknown): OperationState | "unknown" {
  const known = Object.keys(states) as OperationState[];
  const text = typeof value === "object" ? "" : `${value}`;
  return known.find((state) => states[state]?.some((listed) => `${listed}` === text)) ?? "unknown";
}
