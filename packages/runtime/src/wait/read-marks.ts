import type { LongRunningDescription, OperationState } from "../operation-description.ts";
import { valueAt } from "../pointer.ts";

/** What the marks in an answer tell. */
export interface Marks {
  readonly status: OperationState | "unknown" | "expired";
  /** The vendor's own word for it. */
  readonly value: unknown;
  /** In percent. */
  readonly progress: number | undefined;
  readonly result: unknown;
  readonly error: unknown;
  /** Whether the answer lists executions, and none is in it. */
  readonly isEmpty?: boolean;
}

/** Reads the marks in an answer that is a success, and that tells of one execution. */
export function readMarks(lro: LongRunningDescription, data: unknown): Marks {
  const at = (pointer: string | undefined) => (pointer === undefined ? undefined : valueAt(data, pointer));
  const value = at(lro.status) ?? undefined;
  const status = value === undefined && lro.expires ? "expired" : stateOf(lro, value);
  return { status, value, progress: percent(at(lro.progress)), result: at(lro.result), error: at(lro.error) };
}

/** What a value means; the same one may be a number in the document and a text on the wire. */
export function stateOf({ states }: LongRunningDescription, value: unknown): OperationState | "unknown" {
  for (const [state, values] of Object.entries(states)) {
    if (values.some((listed) => `${listed}` === `${value}`)) return state as OperationState;
  }
  return "unknown";
}

/** A number, or a text that is one: `37`, `"37"`, `"37%"`. */
export function percent(value: unknown): number | undefined {
  const text = /^ *-?[\d.]+ *%?$/.exec(`${value}`)?.[0] ?? "";
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? undefined : Math.min(100, Math.max(0, number));
}
