import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import type { Report, ReportEntry } from "../report/report.ts";
import type { Strangers } from "../schema/compile-validators.ts";
import type { Errata } from "./explain-errata.ts";
import type { PlanOptions } from "./plan-cases.ts";
import type { Bench, CaseRun } from "./run-case.ts";
import type { Told } from "./tell-case.ts";

export interface CheckOptions extends Bench, PlanOptions {
  /** What is known to deviate; without it, nothing is. */
  readonly errata?: Errata;
  /** The document whose cases are asked for, if it is another than the one that is judged by. */
  readonly asked?: Document;
  /** Told before each case: how many were asked before it, and of how many. */
  readonly onCase?: (testCase: TestCase, done: number, of: number) => void;
  /**
   * Handed each case once all are over, in the order of the report, and what the report says of it; one that was skipped
   * has no run.
   */
  readonly onRun?: (entries: readonly ReportEntry[], run?: CaseRun, duration?: number) => void;
  /** Handed each case when it is over, and waited for before the next one is asked. */
  readonly onTold?: (told: Told) => Promise<void> | void;
  /** What is known of a case from an earlier sitting of the same run: it is not asked. */
  readonly recorded?: (testCase: TestCase) => Told | undefined;
  /** When that sitting began (ISO 8601, UTC); by default the run begins now. */
  readonly startedAt?: string;
  /** By which credentials a live service is asked, in words. */
  readonly by?: string;
  /** Whose service it is, by a label of the user's: what one tenant shows says nothing of another. */
  readonly tenant?: string;
  /** What the validators make of members that the document does not name; by default they refuse them. */
  readonly strangers?: Strangers;
  /** Stops between two cases. */
  readonly signal?: AbortSignal;
  /** How many cases may be under way at once; by default one. */
  readonly concurrency?: number;
  /** Why an exchange says nothing about the service, if it does not: as where it was never sent. */
  readonly explain?: (run: CaseRun) => string | undefined;
  /** Whether nobody reads what passed: it comes without a command line. */
  readonly findingsOnly?: boolean;
}

/** What of a run its entries depend on. */
export type EntryOptions = Pick<
  CheckOptions,
  "document" | "errata" | "targetKind" | "explain" | "findingsOnly"
>;

/** What a run showed. */
export interface CheckResult {
  readonly report: Report;
  readonly cases: number;
  /** Whether anything was proved at all: an answer arrived, and not only refusals of the caller. */
  readonly proved: boolean;
}
