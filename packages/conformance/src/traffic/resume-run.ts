import type { TestCase } from "../cases/test-case.ts";
import { isSuccess } from "../document/documented-response.ts";
import { hashRoot } from "../document/hash-root.ts";
import { isRead } from "../document/is-read.ts";
import { isNegative } from "../live/negative-case.ts";
import { refusalOfCaller } from "../live/refusal-of-caller.ts";
import { isThrottled } from "../live/retry-hint.ts";
import type { ReportEntry } from "../report/report.ts";
import { labelOf } from "../run/entries-of.ts";
import { notAsked, type Told } from "../run/tell-case.ts";
import { TeachingError } from "../teaching-error.ts";
import type { SomeLine } from "./open-cassette.ts";
import { openRecording, type Recording } from "./open-recording.ts";
import { replayExchange } from "./record-exchange.ts";
import type { CassetteHeader, CassetteLine, CassetteSent } from "./recorded.ts";
import { type ReplayBench, replayCase } from "./replay-case.ts";

/** What an earlier sitting left of a run. */
export interface Resumed {
  /** When the run began. */
  readonly startedAt: string;
  /** How many requests it has taken so far, with logins and retries. */
  readonly sent: number;
  /** How many cases are known by it. */
  readonly count: number;
  /** What stays of the cassette. */
  readonly lines: readonly SomeLine[];
  /** What is known of a case; `undefined` where it is still to be asked. */
  recorded(testCase: TestCase): Told | undefined;
  /** The line that a case was read from, by what is told of it. */
  lineOf(entries: readonly ReportEntry[]): CassetteLine | undefined;
}

/** What this sitting is going to do, which the earlier one must have been going to do, too. */
export type ResumedRun = Omit<ReplayBench, "header"> & {
  readonly header: Pick<CassetteHeader, "target" | "plan">;
};

const LOST = "sent before the run was cut off, and what came is not known: it is no read, and not sent again";

/**
 * Reads what is recorded of a run that was cut off. What was answered is done, and judged from the record; what was not,
 * or was refused since too much was asked, is asked again, if it is a read.
 *
 * @throws TeachingError when the file is no cassette of this run.
 */
export async function resumeRun(path: string, run: ResumedRun): Promise<Resumed> {
  const { document } = run;
  const recording = await openRecording(path);
  const { header, lines } = ownCassette(path, recording, run);
  const bench = { ...run, header };
  const done = new Map<string, { readonly line: CassetteLine; readonly entries: readonly ReportEntry[] }>();
  const sources = new Map<readonly ReportEntry[], CassetteLine>();
  const lost = new Map<string, CassetteSent>();
  let sent = 0;
  for await (const line of lines()) {
    if ("end" in line) sent = Math.max(sent, line.end.sent ?? 0);
    else if ("sent" in line) {
      sent = Math.max(sent, line.sent);
      if (line.operation !== undefined) lost.set(`${line.operation} ${line.case}`, line);
    } else if (isDone(line)) {
      const { entries } = await replayCase(bench, line);
      done.set(labelIn(line), { line, entries });
      sources.set(entries, line);
    } else if (line.lost && !line.held) lost.set(labelIn(line), { sent: 0, ...nameIn(line) });
  }
  for (const label of done.keys()) lost.delete(label);
  return {
    startedAt: header.startedAt,
    sent,
    count: done.size,
    lines: [{ sent }, ...lost.values(), ...sources.values()],
    recorded(testCase) {
      const { operation, case: name } = labelOf(testCase);
      const label = `${operation} ${name}`;
      const known = done.get(label);
      if (known) return tell(testCase, known.line, known.entries);
      return lost.has(label) && !isRead(document, testCase.operation) ? notAsked(testCase, LOST) : undefined;
    },
    lineOf: (entries) => sources.get(entries),
  };

  function isDone(line: CassetteLine): boolean {
    const operation = document.operations.find(({ id }) => id === line.case?.operation);
    if (!operation || !line.response) return false;
    const { response } = replayExchange(line);
    if (response === undefined || isThrottled(document, operation, response)) return false;
    // Whoever was not let in comes back with other credentials.
    const isRight = isSuccess(line.case?.status ?? 0);
    return !(isRight && refusalOfCaller(document, operation, response) !== undefined);
  }

  function tell(testCase: TestCase, line: CassetteLine, entries: readonly ReportEntry[]): Told {
    const exchange = replayExchange(line);
    const input = { document, validators: run.validators, testCase, baseUrl: header.target, exchange };
    const isOutside = isNegative(testCase) && testCase.negative.bears !== "own";
    return {
      entries,
      run: { testCase, exchange, judged: [], input },
      proved: !isOutside && entries.some(({ verdict }) => verdict !== "skip"),
      ...(line.duration !== undefined && { duration: line.duration }),
      ...(line.shown && { shown: line.shown }),
    };
  }
}

function labelIn({ case: recorded }: CassetteLine): string {
  return `${recorded?.operation} ${recorded?.name}`;
}

function nameIn({ case: recorded }: CassetteLine): Pick<CassetteSent, "operation" | "case"> {
  return recorded ? { operation: recorded.operation, case: recorded.name } : {};
}

type Cassette = Extract<Recording, { kind: "cassette" }>;

function ownCassette(path: string, recording: Recording, { document, header: now }: ResumedRun): Cassette {
  if (recording.kind !== "cassette" || recording.header.kind !== "live") {
    const what = `${path} is no cassette of a live run`;
    throw refusal(what, "the one that settled check --url wrote; any other run is begun anew in seconds");
  }
  const { header } = recording;
  if (header.document !== document.name || header.fingerprint !== hashRoot(document.root)) {
    const isOther = header.document !== document.name;
    const what = isOther
      ? `${path} is of ${header.document}, not of ${document.name}`
      : `${document.name} has changed since`;
    throw refusal(what, "the document that the run began with: one report is judged by one document");
  }
  if (header.target !== now.target) {
    throw refusal(
      `${path} is of ${header.target}, not of ${now.target}`,
      "the service that was asked before",
    );
  }
  if (header.plan === now.plan) return recording;
  const expected =
    "what the run began with: --param, --allow-writes, --no-negatives, --no-client, --shard, --tenant, --lifecycle, and credentials or none";
  throw refusal(`${path} is of a run that was going to ask something else`, expected);
}

function refusal(what: string, expected: string): TeachingError {
  const example = "leave --resume out, and name a new file, to begin anew";
  return new TeachingError({ what, where: "--resume", expected, example });
}
