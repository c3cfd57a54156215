import type { Report, ReportCase, ReportEntry } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import type { JudgedRecording, JudgeRecordingOptions } from "./judge-recording.ts";
import type { Recording } from "./open-recording.ts";
import type { CassetteEnd } from "./recorded.ts";
import { replayCase } from "./replay-case.ts";

type Cassette = Extract<Recording, { kind: "cassette" }>;

/** Judges the cases of a run again, and says of it what it said of itself. */
export async function judgeRun(cassette: Cassette, options: JudgeRecordingOptions): Promise<JudgedRecording> {
  const { document: provider, target, startedAt } = cassette.header;
  const { end, judged, answers, ...told } = await replay(cassette, options);
  const { cases, duration, proved, report: known } = end ?? noEnd(judged, answers);
  const report: Report = { provider, target, startedAt, ...told, ...known };
  const row = { report, operations: options.document.operations.length, cases, duration };
  return { row, proved, interrupted: known.run?.interrupted ?? end === undefined };
}

/** What is known of a run that was cut off. */
function noEnd(cases: number, answers: number): CassetteEnd["end"] {
  return { cases, duration: 0, proved: answers > 0, report: {} };
}

interface ReplayedRun extends Pick<Report, "verdicts" | "checks" | "cases"> {
  readonly judged: number;
  readonly answers: number;
  readonly end: CassetteEnd["end"] | undefined;
}

async function replay({ header, lines }: Cassette, options: JudgeRecordingOptions): Promise<ReplayedRun> {
  const { findingsOnly, signal } = options;
  const bench = { ...options, header };
  const verdicts = tally([]);
  const checks: ReportEntry[] = [];
  const cases: ReportCase[] = [];
  let judged = 0;
  let answers = 0;
  let end: CassetteEnd["end"] | undefined;
  for await (const line of lines()) {
    if (signal?.aborted) break;
    if ("end" in line) end = line.end;
    if ("end" in line || "sent" in line) continue;
    const { entries, shown, answered } = await replayCase(bench, line);
    for (const { verdict } of entries) verdicts[verdict] += 1;
    checks.push(...(findingsOnly ? entries.filter(({ verdict }) => verdict !== "pass") : entries));
    if (shown) cases.push(shown);
    judged += Number(line.case !== undefined);
    answers += Number(answered);
  }
  return { verdicts, checks, ...(!findingsOnly && { cases }), judged, answers, end };
}
