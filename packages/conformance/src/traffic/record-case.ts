import { isDeepStrictEqual } from "node:util";
import type { TestCase } from "../cases/test-case.ts";
import type { Json } from "../document/json.ts";
import type { Redactor } from "../redaction/create-redactor.ts";
import { redactReport } from "../redaction/redact-report.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import type { ReportCase, ReportEntry } from "../report/report.ts";
import type { CaseRun } from "../run/run-case.ts";
import { recordExchange } from "./record-exchange.ts";
import type { CassetteLine, RecordedCase } from "./recorded.ts";
import { mixIn, type ReplayBench, replayCase } from "./replay-case.ts";

/** A case of a run, and what the run's report says of it. */
export interface RunRecord {
  readonly entries: readonly ReportEntry[];
  /** Absent where the case was skipped. */
  readonly run?: CaseRun;
  /** Milliseconds. */
  readonly duration?: number;
}

/** How secrets are taken out: those of the run, and what a reader can tell by the document alone. */
export interface Redactors {
  readonly own: Redactor;
  readonly reader: Redactor;
}

/**
 * A case as a cassette holds it. It is judged at once as a reader will judge it; where that comes out otherwise than
 * it did with the secrets, what was said then is kept beside it. So that no redaction can turn a verdict.
 */
export async function recordCase(
  bench: ReplayBench,
  { entries, run, duration }: RunRecord,
  redactors: Redactors,
): Promise<CassetteLine> {
  const { own, reader } = redactors;
  const wanted = redacted({ entries }, own);
  if (!run) return { all: wanted.entries };
  const timed = duration === undefined ? {} : { duration };
  const line: CassetteLine = {
    case: recordTestCase(run.testCase, own),
    ...recordExchange(run.exchange, own),
    ...timed,
  };
  const label = { operation: run.testCase.operation.id, case: run.testCase.name };
  const shown = redacted(
    { entries: [], shown: { ...label, ...describeExchange(run.exchange), ...timed } },
    own,
  ).shown;
  const again = await replayCase(bench, line).then((replayed) => redacted(replayed, reader));
  const isShownSo = isDeepStrictEqual(again.shown, shown);
  return {
    ...line,
    ...keep(wanted.entries, again.entries),
    ...(!isShownSo && shown && { shown }),
  };
}

function keep(
  wanted: readonly ReportEntry[],
  again: readonly ReportEntry[],
): Pick<CassetteLine, "entries" | "all"> {
  if (isDeepStrictEqual(wanted, again)) return {};
  const names = [...new Set(wanted.map(({ check }) => check))];
  const of = (entries: readonly ReportEntry[], name: string) => entries.filter(({ check }) => check === name);
  const differing = names.filter((name) => !isDeepStrictEqual(of(wanted, name), of(again, name)));
  const entries = Object.fromEntries(differing.map((name) => [name, of(wanted, name)]));
  return isDeepStrictEqual(mixIn(again, entries), wanted) ? { entries } : { all: wanted };
}

function recordTestCase(
  { operation, sample: _, arguments: given, ...rest }: TestCase,
  redactor: Redactor,
): RecordedCase {
  const clean = redactor.redactJson(given as unknown as Json) as unknown as TestCase["arguments"];
  return { ...rest, operation: operation.id, arguments: clean };
}

function redacted(
  { entries, shown }: { readonly entries: readonly ReportEntry[]; readonly shown?: ReportCase },
  redactor: Redactor,
): { entries: readonly ReportEntry[]; shown?: ReportCase } {
  const verdicts = { pass: 0, skip: 0, erratum: 0, vacuous: 0, fail: 0, error: 0 };
  const empty = { provider: "", target: "", startedAt: "", verdicts };
  const report = redactReport({ ...empty, checks: entries, ...(shown && { cases: [shown] }) }, redactor);
  const [own] = report.cases ?? [];
  return { entries: report.checks, ...(own && { shown: own }) };
}
