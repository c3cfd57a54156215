import { createCases, mainCase } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import { isSuccess } from "../document/documented-response.ts";
import { formatCurl } from "../report/format-curl.ts";
import { type Report, type ReportEntry, tally, type Verdict } from "../report/report.ts";
import { type Bench, type CaseRun, runCase } from "./run-case.ts";
import { askFor } from "./run-mutants.ts";

export interface CheckOptions extends Bench {
  /**
   * What can be asked of the target: a `mock` gives any documented answer on request (`Prefer: code=404`), a
   * `live` service gives what it gives.
   */
  readonly targetKind: "sandbox" | "mock" | "live";
  /** Values for parameters, by wire name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Stops between two cases. */
  readonly signal?: AbortSignal;
}

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
  const { document, baseUrl, targetKind, parameters, signal } = options;
  const bench: Bench = targetKind === "live" ? options : { ...options, targetHeaders: askFor };
  const cases = createCases(document, parameters);
  const entries: ReportEntry[] = [];
  let proved = false;
  for (const testCase of cases) {
    if (signal?.aborted) break;
    const reason = whySkipped(testCase, cases, targetKind);
    if (reason) {
      entries.push(skipped(testCase, reason));
      continue;
    }
    const run = await runCase(bench, testCase);
    const refusal = targetKind === "live" ? explainRefusal(run) : undefined;
    proved ||= run.exchange.response !== undefined && !refusal;
    entries.push(...(refusal ? [skipped(testCase, refusal, curlOf(options, run))] : entriesOf(options, run)));
  }
  const report = {
    provider: document.name,
    target: baseUrl,
    startedAt,
    verdicts: tally(entries),
    checks: entries,
  };
  return { report, cases: cases.length, proved };
}

function whySkipped(
  testCase: TestCase,
  cases: readonly TestCase[],
  kind: CheckOptions["targetKind"],
): string | undefined {
  if (kind === "mock" && testCase.code !== undefined && testCase.example === undefined) {
    return "a mock can be asked for an error code by an Example Object of its name only";
  }
  if (kind !== "live" || testCase === mainCase(cases, testCase.operation)) return undefined;
  return "a live service cannot be asked for this answer";
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

function entriesOf(options: CheckOptions, run: CaseRun): ReportEntry[] {
  const curl = curlOf(options, run);
  return run.judged.flatMap(({ check, findings }) =>
    findings.map((finding) => ({
      check,
      ...labelOf(run.testCase),
      verdict: finding.verdict satisfies Verdict,
      expected:
        "at" in finding && finding.at !== undefined ? `${finding.at} ${finding.expected}` : finding.expected,
      received: finding.received,
      curl,
    })),
  );
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
  { document, targetKind }: CheckOptions,
  { exchange: { request }, testCase }: CaseRun,
): string {
  if (targetKind === "live") return formatCurl(document, request);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(askFor(testCase))) headers.set(name, value);
  return formatCurl(document, { ...request, headers });
}
