import type { Document } from "../document/document.ts";
import type { Row } from "../report/row.ts";
import type { Errata } from "../run/explain-errata.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { type JudgedExchange, judgeCaptured, type Undocumented } from "./judge-captured.ts";
import { judgeRun } from "./judge-run.ts";
import type { Recording } from "./open-recording.ts";
import { replayExchange } from "./record-exchange.ts";
import type { CassetteLine } from "./recorded.ts";
import { createTrafficReport, type TrafficReport } from "./traffic-report.ts";

export interface JudgeRecordingOptions {
  readonly document: Document;
  readonly validators: Validators;
  readonly errata?: Errata;
  /** Whether what the document knows nothing of is a failure. */
  readonly strict?: boolean;
  /** The base URL of the service: what went elsewhere is left out. */
  readonly url?: string;
  readonly signal?: AbortSignal;
  /** Whether nobody reads what passed, nor what was sent and came: of a run, the findings alone are kept. */
  readonly findingsOnly?: boolean;
}

/** What a recording showed. */
export interface JudgedRecording {
  readonly row: Row;
  /** Whether anything was proved at all. */
  readonly proved: boolean;
  /** Whether it is of a run that did not come to its end. */
  readonly interrupted?: boolean;
}

/** Judges what was recorded, with no network: the same recording, the same verdicts. */
export async function judgeRecording(
  recording: Recording,
  options: JudgeRecordingOptions,
): Promise<JudgedRecording> {
  if (recording.kind === "cassette" && recording.header.kind !== "traffic") {
    return judgeRun(recording, options);
  }
  const { document, url, signal } = options;
  const bench = { ...options, document: url === undefined ? document : standingAt(document, url) };
  const report = createTrafficReport(options);
  for await (const captured of exchangesOf(recording)) {
    if (signal?.aborted) break;
    if (url !== undefined && "exchange" in captured && !isBelow(captured.exchange.request.url, url)) {
      await report.add({ unjudged: "of another service" });
    } else await report.add(judgeOne(bench, captured));
  }
  return rowOf(
    report,
    document,
    url ?? (recording.kind === "cassette" ? recording.header.target : undefined),
  );
}

type SomeCaptured = (Captured | Unjudged) & Pick<CassetteLine, "said">;

async function* exchangesOf(recording: Recording): AsyncGenerator<SomeCaptured> {
  if (recording.kind === "har") {
    yield* recording.exchanges();
    return;
  }
  for await (const line of recording.lines()) if (!("end" in line || "sent" in line)) yield restore(line);
}

function restore(line: CassetteLine): SomeCaptured {
  const { unjudged, duration, requestBody, responseBody, said } = line;
  if (unjudged !== undefined) return { unjudged };
  return {
    exchange: replayExchange(line),
    ...(duration !== undefined && { duration }),
    ...(requestBody && { requestBody }),
    ...(responseBody && { responseBody }),
    ...(said && { said }),
  };
}

function judgeOne(
  bench: Pick<JudgeRecordingOptions, "document" | "validators">,
  captured: SomeCaptured,
): JudgedExchange | Undocumented | Unjudged {
  if ("unjudged" in captured) return captured;
  const result = judgeCaptured(bench, captured);
  if (!captured.said || !("judged" in result)) return result;
  const said = new Map(captured.said.map((one) => [one.check, one]));
  const judged = result.judged.flatMap((one) => said.get(one.check) ?? one);
  return { ...result, judged };
}

/** What a report of traffic becomes in the table. */
export function rowOf(report: TrafficReport, document: Document, target?: string): JudgedRecording {
  const { judged, span } = report;
  const row = {
    report: report.finish(target),
    operations: document.operations.length,
    cases: judged,
    duration: span,
  };
  return { row, proved: judged > 0 };
}

/** The document of a service that stands somewhere else, too. */
export function standingAt(document: Document, url: string): Document {
  return { ...document, servers: [...document.servers, { url, variables: {} }] };
}

function isBelow(url: string, base: string): boolean {
  const wanted = new URL(base);
  const given = new URL(url);
  const path = wanted.pathname.replace(/\/$/, "");
  return given.origin === wanted.origin && (given.pathname === path || given.pathname.startsWith(`${path}/`));
}
