import type { CheckName } from "../checks/finding.ts";
import type { Document } from "../document/document.ts";
import type { Report, ReportEntry } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import type { Errata } from "../run/explain-errata.ts";
import type { Judged } from "../run/run-case.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { collectFindings } from "./collect-findings.ts";
import type { JudgedExchange, Undocumented } from "./judge-captured.ts";
import { createApart } from "./tell-apart.ts";

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

/** Puts the same finding of many exchanges into one entry, with how often it was seen. */
export function createTrafficReport(options: TrafficReportOptions): TrafficReport {
  const { document, errata, strict = false, onEntry } = options;
  const apart = createApart(strict);
  const found = collectFindings({ document, onTooMany: apart.addReason, ...(onEntry && { onEntry }) });
  const opened = Date.now();
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
    if ("unjudged" in result) return apart.addReason(result.unjudged);
    if ("undocumented" in result) return apart.addPath(result.undocumented);
    date(result.captured);
    for (const one of result.judged) {
      const { check, findings } = one;
      const known = isClean(one) ? undefined : await explain(check, result);
      for (const finding of findings) found.add({ check, finding, errata: known, result });
    }
  }

  function date({ exchange: { request }, duration = 0 }: Captured): void {
    judged += 1;
    if (origin === "") origin = new URL(request.url).origin;
    first = Math.min(first, request.sentAt);
    last = Math.max(last, request.sentAt + duration);
  }

  function explain(check: CheckName, { input }: JudgedExchange): Promise<string[] | undefined> | undefined {
    // What an observer sent is no deviation of the service.
    return check === "request" ? undefined : errata?.explain(check, input);
  }

  function finish(target: string = origin): Report {
    const checks = [...found.entries(), ...apart.entries()];
    return {
      provider: document.name,
      target,
      startedAt: new Date(judged === 0 ? opened : first).toISOString(),
      verdicts: tally(checks),
      checks,
      cases: found.cases(),
    };
  }
}

function isClean({ findings }: Judged): boolean {
  return findings.every(({ verdict }) => verdict === "pass" || verdict === "error");
}
