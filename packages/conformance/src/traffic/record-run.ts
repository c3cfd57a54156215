import type { Credentials } from "../authentication/credentials.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Redactor } from "../redaction/create-redactor.ts";
import { redactReport } from "../redaction/redact-report.ts";
import { createRedactorFromEnvironment, createRedactorOf, learnTokens } from "../redaction/redactor-of.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import type { Report, ReportEntry } from "../report/report.ts";
import { labelOf } from "../run/entries-of.ts";
import { cassetteHeader } from "./cassette-header.ts";
import { openCassette, reopenCassette } from "./open-cassette.ts";
import { type RunRecord, recordCase } from "./record-case.ts";
import type { CassetteHeader, CassetteLine } from "./recorded.ts";
import type { ReplayBench } from "./replay-case.ts";
import type { Resumed } from "./resume-run.ts";

/** Writes a run to a cassette as it goes, so that nothing of it is lost with the process. */
export interface RunRecorder {
  /** Notes that a request is going to be sent, and how many were by then. */
  send(sent: number, testCase: TestCase): Promise<void>;
  /** Writes down a case that was answered. */
  add(record: RunRecord): Promise<void>;
  /** Another secret, which stands in what is sent from now on. */
  learn(secret: string): void;
  /** Writes the whole run in the order of its report, when it is over. */
  finish(run: FinishedRun): Promise<void>;
  close(): Promise<void>;
}

/** A run that is going to be recorded. */
export interface RecordedRun extends Omit<ReplayBench, "header"> {
  readonly header: Pick<CassetteHeader, "target" | "kind" | "startedAt" | "plan">;
  /** Those of the run, besides what the environment holds. */
  readonly credentials?: readonly Credentials[];
  /** What an earlier sitting left of it. */
  readonly resumed?: Resumed;
}

/** A run that is over. */
export interface FinishedRun {
  readonly report: Report;
  /** Milliseconds. */
  readonly duration: number;
  readonly cases: number;
  readonly proved: boolean;
  /** How many requests it took, where they are counted. */
  readonly sent?: number;
  /** All cases, in the order of the report. */
  readonly records: readonly RunRecord[];
}

interface Written {
  readonly line: CassetteLine;
  /** How many secrets were known when it was redacted. */
  readonly known: number;
}

/**
 * Begins the cassette of a run, or goes on with it.
 *
 * A token that only a later login answers with may stand in what was written before; so the file is written anew at the
 * end where that was so, as it is to bring the cases into the order of the report.
 *
 * @throws TeachingError when a new file is there already, or cannot be written.
 */
export async function createRunRecorder(path: string, run: RecordedRun): Promise<RunRecorder> {
  const { document, resumed } = run;
  const own = counting(createRedactorFromEnvironment(document, run.credentials));
  const reader = createRedactorOf(document);
  const { plan, ...given } = run.header;
  const begun = cassetteHeader(document, { ...given, target: own.redactUrl(given.target) });
  const header = { ...begun, ...(plan !== undefined && { plan }) };
  const bench = { ...run, header };
  const written = new Map<readonly ReportEntry[], Written>();
  const cassette = resumed
    ? await reopenCassette(path, header, resumed.lines)
    : await openCassette(path, header);
  return {
    send: (sent, testCase) => cassette.write({ sent, ...labelOf(testCase) }),
    async add(record) {
      // What was not sent is no exchange, and what was recorded before is there.
      if (!record.run?.exchange.response && !record.run?.exchange.lost) return;
      if (isHeld(record) || resumed?.lineOf(record.entries)) return;
      await cassette.write(await lineOf(record));
    },
    learn: own.learn,
    async finish({ report, duration, cases, proved, sent, records }) {
      for (const record of records) learnFrom(record);
      const lines: CassetteLine[] = [];
      for (const record of records) lines.push(resumed?.lineOf(record.entries) ?? (await lineOf(record)));
      const told = redactReport({ ...report, checks: [], cases: [] }, own);
      const { provider: _1, target: _2, startedAt, verdicts: _4, checks: _5, cases: _6, ...rest } = told;
      const counted = sent === undefined ? {} : { sent };
      const end = { duration, cases, proved, ...counted, report: rest };
      await cassette.replace({ ...header, startedAt }, [...lines, { end }]);
    },
    close: () => cassette.close(),
  };

  async function lineOf(record: RunRecord): Promise<CassetteLine> {
    learnFrom(record);
    const before = written.get(record.entries);
    if (before && before.known === own.known()) return before.line;
    const line = await recordCase(bench, record, { own, reader });
    const whole = isHeld(record) ? { ...line, held: true as const } : line;
    written.set(record.entries, { line: whole, known: own.known() });
    return whole;
  }

  function learnFrom({ entries, run: asked }: RunRecord): void {
    if (!asked || written.has(entries)) return;
    learnTokens(own, document, [{ ...labelOf(asked.testCase), ...describeExchange(asked.exchange) }]);
  }
}

/** A case of which nothing is said, since its request was kept back. */
function isHeld({ entries, run }: RunRecord): boolean {
  return run !== undefined && !run.exchange.response && entries.every(({ verdict }) => verdict === "skip");
}

function counting(redactor: Redactor): Redactor & { known(): number } {
  const learnt = new Set<string>();
  const learn = (secret: string) => {
    learnt.add(secret);
    redactor.learn(secret);
  };
  return { ...redactor, learn, known: () => learnt.size };
}
