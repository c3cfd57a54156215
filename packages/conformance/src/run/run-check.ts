import { caseIn } from "../cases/case-in.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { coverageMaps } from "../evidence/coverage-maps.ts";
import { createCoverage } from "../evidence/create-coverage.ts";
import { fingerprintOf } from "../evidence/fingerprint.ts";
import { type Shard, shardOf } from "../evidence/shard.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import { formatCurl } from "../report/format-curl.ts";
import {
  type Report,
  type ReportCase,
  type ReportEntry,
  type RunFacts,
  tally,
  type Verdict,
} from "../report/report.ts";
import type { Errata } from "./explain-errata.ts";
import { type PlanOptions, planCases } from "./plan-cases.ts";
import { type Bench, type CaseRun, runCase } from "./run-case.ts";
import { askFor } from "./run-mutants.ts";

export interface CheckOptions extends Bench, PlanOptions {
  /** What is known to deviate; without it, nothing is. */
  readonly errata?: Errata;
  /** The document whose cases are asked for, if it is another than the one that is judged by. */
  readonly asked?: Document;
  /** Told before each case: how many were asked before it, and of how many. */
  readonly onCase?: (testCase: TestCase, done: number, of: number) => void;
  /** Handed each case when it is over, and what the report says of it; one that was skipped has no run. */
  readonly onRun?: (entries: readonly ReportEntry[], run?: CaseRun, duration?: number) => void;
  /** Only this part of the cases. */
  readonly shard?: Shard;
  /** Whose service it is, by a label of the user's: what one tenant shows says nothing of another. */
  readonly tenant?: string;
  /** Stops between two cases. */
  readonly signal?: AbortSignal;
}

/** What of a run its entries depend on. */
export type EntryOptions = Pick<CheckOptions, "document" | "errata" | "targetKind">;

/** What a run showed. */
export interface CheckResult {
  readonly report: Report;
  readonly cases: number;
  /** Whether anything was proved at all: an answer arrived, and not only refusals of the caller. */
  readonly proved: boolean;
}

/** Runs every case that the target can be asked for, one after the other. */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const startedAt = new Date().toISOString();
  const { document, baseUrl, targetKind, signal } = options;
  const bench: Bench = targetKind === "live" ? options : { ...options, targetHeaders: askFor };
  const { shard, tenant } = options;
  const whole = planCases(options.asked ?? document, options);
  const plan = shard ? shardOf(whole, ({ testCase }) => testCase.operation.id, shard) : whole;
  const source = { kind: targetKind, ...(tenant !== undefined && { tenant }) };
  const coverage = createCoverage(document, source);
  const entries: ReportEntry[] = [];
  const exchanges: ReportCase[] = [];
  let proved = false;
  let isCut = false;
  for (const [index, { testCase, skip }] of plan.entries()) {
    isCut = signal?.aborted === true;
    if (isCut) break;
    options.onCase?.(testCase, index, plan.length);
    if (skip !== undefined) {
      const own = [skipped(testCase, skip)];
      entries.push(...own);
      options.onRun?.(own);
      continue;
    }
    const started = performance.now();
    const run = await runCase(bench, caseIn(document, testCase) ?? testCase);
    const duration = Math.round(performance.now() - started);
    coverage.observe(run.exchange, run.testCase.operation);
    exchanges.push({ ...labelOf(run.testCase), ...describeExchange(run.exchange), duration });
    const refusal = targetKind === "live" ? explainRefusal(run) : undefined;
    proved ||= run.exchange.response !== undefined && !refusal;
    const own = refusal ? [skipped(testCase, refusal, curlOf(options, run))] : await entriesOf(options, run);
    entries.push(...own);
    options.onRun?.(own, run, duration);
  }
  const evidence = coverage.toEvidence();
  const run: RunFacts = {
    ...source,
    fingerprint: fingerprintOf(document),
    proved,
    ...(shard && { shard }),
    ...(isCut && { interrupted: true }),
  };
  const report: Report = {
    provider: document.name,
    target: baseUrl,
    startedAt,
    verdicts: tally(entries),
    checks: entries,
    cases: exchanges,
    coverage: coverageMaps(evidence),
    evidence,
    run,
  };
  // A shard that has nothing to ask is no reason to believe that nobody answers.
  const isIdle = shard !== undefined && !isCut && plan.every(({ skip }) => skip !== undefined);
  return { report, cases: plan.length, proved: proved || isIdle };
}

/** A live service that refuses the caller, or does not know an id from the document, says nothing about its contract. */
function explainRefusal({ testCase, exchange: { response } }: CaseRun): string | undefined {
  if (!response || !isSuccess(testCase.status)) return undefined;
  const { status } = response;
  if (status === 401 || status === 403) return `not authorised: the service answered ${status}`;
  const isKnown = testCase.operation.responses[status] !== undefined;
  if ((status !== 404 && status !== 400) || !isKnown) return undefined;
  return `the service answered ${status} to the ids of the document's example; give yours with --param name=value`;
}

/** What the checks said of a case, as a report has it. */
export async function entriesOf(options: EntryOptions, run: CaseRun): Promise<ReportEntry[]> {
  const curl = curlOf(options, run);
  const entries: ReportEntry[] = [];
  for (const { check, findings } of run.judged) {
    const isClean = findings.every(({ verdict }) => verdict === "pass" || verdict === "error");
    // Of a service that did not answer, nothing is known.
    const isOpen = !isClean && run.exchange.response !== undefined;
    const errata = isOpen ? await options.errata?.explain(check, run.input) : undefined;
    for (const finding of findings) {
      const expected =
        "at" in finding && finding.at !== undefined ? `${finding.at} ${finding.expected}` : finding.expected;
      const isKnown = errata !== undefined && finding.verdict !== "pass" && finding.verdict !== "error";
      const verdict: Verdict = isKnown ? "erratum" : finding.verdict;
      const { received } = finding;
      entries.push({
        check,
        ...labelOf(run.testCase),
        verdict,
        expected,
        received,
        curl,
        ...(isKnown && { errata }),
        ...("at" in finding && finding.at !== undefined && { at: finding.at }),
      });
    }
  }
  return entries;
}

function skipped(testCase: TestCase, reason: string, curl = ""): ReportEntry {
  return {
    check: "status-code",
    ...labelOf(testCase),
    verdict: "skip",
    expected: testCase.name,
    received: reason,
    curl,
  };
}

function labelOf({ operation, name }: TestCase): Pick<ReportEntry, "operation" | "case"> {
  return { operation: operation.id, case: name };
}

function curlOf(
  { document, targetKind }: EntryOptions,
  { exchange: { request }, testCase }: CaseRun,
): string {
  if (targetKind === "live") return formatCurl(document, request);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(askFor(testCase))) headers.set(name, value);
  return formatCurl(document, { ...request, headers });
}
