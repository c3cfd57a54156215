import type { CheckName, Finding } from "../checks/finding.ts";
import type { Document } from "../document/document.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import { formatCurl } from "../report/format-curl.ts";
import type { Report, ReportCase, ReportEntry, Verdict } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import type { Errata } from "../run/explain-errata.ts";
import type { EngineError } from "../run/run-case.ts";
import type { Unjudged } from "./captured.ts";
import type { JudgedExchange, Undocumented } from "./judge-captured.ts";

export interface TrafficReportOptions {
  readonly document: Document;
  readonly errata?: Errata;
  /** Whether what the document knows nothing of is a failure. */
  readonly strict?: boolean;
  /** Told of each finding when it is first seen. */
  readonly onEntry?: (entry: ReportEntry) => void;
}

/** A report that grows with what is found, and not with how much passes. */
export interface TrafficReport {
  add(result: JudgedExchange | Undocumented | Unjudged): Promise<void>;
  /** Exchanges that were judged. */
  readonly judged: number;
  /** From the first exchange to the end of the last, in milliseconds. */
  readonly span: number;
  finish(target?: string): Report;
}

interface Counted {
  readonly entry: ReportEntry;
  times: number;
}

// However many different things there are: what a report cannot show, it counts.
const MOST = 10_000;
const MOST_PATHS = 200;

/** Puts the same finding of many exchanges into one entry, with how often it was seen. */
export function createTrafficReport({
  document,
  errata,
  strict,
  onEntry,
}: TrafficReportOptions): TrafficReport {
  const entries = new Map<string, Counted>();
  const cases = new Map<string, ReportCase>();
  const telling = new Set<string>();
  const reasons = new Map<string, number>();
  const paths = new Map<string, number>();
  let judged = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let origin = "";
  return {
    add,
    get judged() {
      return judged;
    },
    get span() {
      return judged === 0 ? 0 : last - first;
    },
    finish,
  };

  async function add(result: JudgedExchange | Undocumented | Unjudged): Promise<void> {
    if ("unjudged" in result) return count(reasons, result.unjudged);
    if ("undocumented" in result) {
      const isNew = !paths.has(result.undocumented) && paths.size >= MOST_PATHS;
      return count(paths, isNew ? "others" : result.undocumented);
    }
    judged += 1;
    const { request } = result.captured.exchange;
    if (origin === "") origin = new URL(request.url).origin;
    first = Math.min(first, request.sentAt);
    last = Math.max(last, request.sentAt + (result.captured.duration ?? 0));
    for (const { check, findings } of result.judged) {
      const isClean = findings.every(({ verdict }) => verdict === "pass" || verdict === "error");
      const names = isClean ? undefined : await explain(check, result);
      for (const finding of findings) note(check, finding, names, result);
    }
  }

  function explain(check: CheckName, { input }: JudgedExchange): Promise<string[] | undefined> | undefined {
    // What an observer sent is no deviation of the service.
    return check === "request" ? undefined : errata?.explain(check, input);
  }

  function note(
    check: CheckName,
    finding: Finding | EngineError,
    names: readonly string[] | undefined,
    result: JudgedExchange,
  ): void {
    const { testCase } = result.input;
    const { expected, received } = finding;
    const at = "at" in finding ? finding.at : undefined;
    const isKnown = names !== undefined && finding.verdict !== "pass" && finding.verdict !== "error";
    const verdict: Verdict = isKnown ? "erratum" : finding.verdict;
    const place = at === undefined ? "" : at.replace(/\/\d+(?=\/|$)/g, "/*");
    const key = `${check} ${testCase.operation.id} ${testCase.name} ${verdict} ${place} ${expected}`;
    const known = entries.get(key);
    if (known) {
      known.times += 1;
      return;
    }
    if (entries.size >= MOST) {
      count(reasons, `more than ${MOST} different findings: ${verdict}`);
      return;
    }
    const entry: ReportEntry = {
      check,
      operation: testCase.operation.id,
      case: testCase.name,
      verdict,
      expected: at === undefined ? expected : `${at} ${expected}`,
      received,
      curl: formatCurl(document, result.input.exchange.request),
      ...(isKnown && { errata: names }),
      ...(at !== undefined && { at }),
    };
    entries.set(key, { entry, times: 1 });
    keepCase(entry, result);
    onEntry?.(entry);
  }

  /** Of each case the first exchange, or better the first that something was found in. */
  function keepCase({ operation, case: name, verdict }: ReportEntry, { captured }: JudgedExchange): void {
    const label = `${operation} ${name}`;
    const tells = verdict !== "pass";
    if (cases.has(label) && (!tells || telling.has(label))) return;
    if (tells) telling.add(label);
    const { exchange, duration } = captured;
    const timed = duration === undefined ? {} : { duration: Math.round(duration) };
    cases.set(label, { operation, case: name, ...describeExchange(exchange), ...timed });
  }

  function finish(target: string = origin): Report {
    const own = [...entries.values()].map(({ entry, times }) => (times > 1 ? { ...entry, times } : entry));
    const apart = [
      ...[...paths].map(([path, times], index) => undocumented(path, times, index, strict ?? false)),
      ...[...reasons].map(([reason, times]) => unjudged(reason, times)),
    ];
    const all = [...own, ...apart];
    return {
      provider: document.name,
      target,
      startedAt: new Date(judged === 0 ? 0 : first).toISOString(),
      verdicts: tally(all),
      checks: all,
      cases: [...cases.values()],
    };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function undocumented(path: string, times: number, index: number, strict: boolean): ReportEntry {
  return {
    check: "request",
    operation: "undocumented",
    case: `path ${index + 1}`,
    verdict: strict ? "fail" : "skip",
    expected: "a documented operation",
    received: `no documented operation: ${path}${often(times)}`,
    curl: "",
    ...(times > 1 && { times }),
  };
}

function unjudged(reason: string, times: number): ReportEntry {
  return {
    check: "request",
    operation: "unjudged",
    case: reason,
    verdict: "skip",
    expected: "an exchange with the service",
    received: `${reason}${often(times)}`,
    curl: "",
    ...(times > 1 && { times }),
  };
}

function often(times: number): string {
  return times === 1 ? "" : `, ${times} times`;
}
