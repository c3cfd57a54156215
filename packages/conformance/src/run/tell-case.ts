import { caseIn } from "../cases/case-in.ts";
import type { TestCase } from "../cases/test-case.ts";
import { judgeLiveAnswer } from "../live/judge-live-answer.ts";
import { judgeNegative } from "../live/judge-negative.ts";
import { isNegative } from "../live/negative-case.ts";
import type { ReportCase, ReportEntry } from "../report/report.ts";
import type { CheckOptions, EntryOptions } from "./check-options.ts";
import { curlOf, entriesOf, skipped } from "./entries-of.ts";
import { type Bench, type CaseRun, type Judged, runCase } from "./run-case.ts";

/** What is known of a case, once it is over. */
export interface Told {
  readonly entries: readonly ReportEntry[];
  /** Whether it proves anything: an answer arrived, and no refusal of the caller. */
  readonly proved: boolean;
  /** Absent: it was not asked. */
  readonly run?: CaseRun;
  /** Milliseconds. */
  readonly duration?: number;
  /** How the report shows it, where it is of an earlier sitting. */
  readonly shown?: ReportCase;
}

/** Asks for a case and judges what comes; what is known from before is not asked again. */
export async function tellCase(
  options: CheckOptions,
  bench: Bench,
  testCase: TestCase,
  skip?: string,
): Promise<Told> {
  const known = options.recorded?.(testCase);
  if (known) return known;
  const told = skip === undefined ? await ask(options, bench, testCase) : notAsked(testCase, skip);
  await options.onTold?.(told);
  return told;
}

/** What is told of a case that is not asked. */
export function notAsked(testCase: TestCase, reason: string): Told {
  return { entries: [skipped(testCase, reason)], proved: false };
}

async function ask(options: CheckOptions, bench: Bench, testCase: TestCase): Promise<Told> {
  const started = performance.now();
  const run = await runCase(bench, caseIn(options.document, testCase) ?? testCase);
  const duration = Math.round(performance.now() - started);
  return { ...(await tellRun(options, run)), run, duration };
}

/** Judges what came, for a report. */
export async function tellRun(
  options: EntryOptions,
  run: CaseRun,
): Promise<Pick<Told, "entries" | "proved">> {
  const { testCase, exchange } = run;
  const verdict = verdictOf(options, run);
  if ("skip" in verdict) {
    return { entries: [skipped(testCase, verdict.skip, curlOf(options, run))], proved: false };
  }
  const entries = await entriesOf(options, { ...run, judged: verdict.judged });
  // Whoever has no credentials, or the wrong ones, learns nothing of what is behind the door.
  const isOutside = isNegative(testCase) && testCase.negative.bears !== "own";
  return { entries, proved: exchange.response !== undefined && !isOutside };
}

function verdictOf(
  { document, targetKind, explain }: EntryOptions,
  run: CaseRun,
): { skip: string } | { judged: readonly Judged[] } {
  const reason = explain?.(run);
  if (reason !== undefined) return { skip: reason };
  if (isNegative(run.testCase)) return judgeNegative(run);
  return targetKind === "live" ? judgeLiveAnswer(document, run) : { judged: run.judged };
}
