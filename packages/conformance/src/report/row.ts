import type { Report } from "./report.ts";

/** What the reporters are told of a provider. */
export interface Row {
  readonly report: Report;
  readonly operations: number;
  readonly cases: number;
  /** Broken twins that were caught, of those that apply; absent where none were run. */
  readonly mutants?: {
    readonly caught: number;
    readonly of: number;
    /** Those that no check saw. */
    readonly survivors?: readonly Survivor[];
  };
  /** Milliseconds. */
  readonly duration: number;
}

/** A broken answer that no check saw: the judge's fault, and not that of what is judged. */
interface Survivor {
  readonly mutant: string;
  readonly operation: string;
  readonly case: string;
}
