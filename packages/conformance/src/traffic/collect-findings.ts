import type { CheckName, Finding } from "../checks/finding.ts";
import type { Document } from "../document/document.ts";
import { forAnyItem } from "../document/pointer.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import { formatCurl } from "../report/format-curl.ts";
import type { ReportCase, ReportEntry, Verdict } from "../report/report.ts";
import type { EngineError } from "../run/run-case.ts";
import type { JudgedExchange } from "./judge-captured.ts";

/** However many different findings there are: what a report cannot show, it counts. */
const MOST = 10_000;

/** One thing that a check said of an exchange. */
interface Observation {
  readonly check: CheckName;
  readonly finding: Finding | EngineError;
  /** The known deviations that explain it. */
  readonly errata: readonly string[] | undefined;
  readonly result: JudgedExchange;
}

/** The findings of many exchanges: the same one once, with how often it was seen. */
export interface Findings {
  add(observation: Observation): void;
  entries(): ReportEntry[];
  /** What was sent and came, once for each case. */
  cases(): ReportCase[];
}

export interface FindingsOptions {
  readonly document: Document;
  /** Told of each finding when it is first seen. */
  readonly onEntry?: (entry: ReportEntry) => void;
  /** Told of each that there was no room for. */
  readonly onTooMany: (reason: string) => void;
}

interface Counted {
  readonly entry: ReportEntry;
  times: number;
}

export function collectFindings({ document, onEntry, onTooMany }: FindingsOptions): Findings {
  const entries = new Map<string, Counted>();
  const cases = new Map<string, ReportCase>();
  const telling = new Set<string>();
  return {
    add,
    entries: () => [...entries.values()].map(({ entry, times }) => (times > 1 ? { ...entry, times } : entry)),
    cases: () => [...cases.values()],
  };

  function add(observation: Observation): void {
    const { check, finding, result } = observation;
    const { testCase } = result.input;
    const verdict = verdictOf(observation);
    const place = forAnyItem(placeOf(finding) ?? "");
    const key = `${check} ${testCase.operation.id} ${testCase.name} ${verdict} ${place} ${finding.expected}`;
    const known = entries.get(key);
    if (known) {
      known.times += 1;
      return;
    }
    if (entries.size >= MOST) {
      onTooMany(`more than ${MOST} different findings: ${verdict}`);
      return;
    }
    const entry = describe(document, observation, verdict);
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
}

function describe(document: Document, observation: Observation, verdict: Verdict): ReportEntry {
  const { check, finding, errata, result } = observation;
  const { testCase, exchange } = result.input;
  const at = placeOf(finding);
  return {
    check,
    operation: testCase.operation.id,
    case: testCase.name,
    verdict,
    expected: at === undefined ? finding.expected : `${at} ${finding.expected}`,
    received: finding.received,
    curl: formatCurl(document, exchange.request),
    ...(verdict === "erratum" && errata && { errata }),
    ...(at !== undefined && { at }),
  };
}

function verdictOf({ finding: { verdict }, errata }: Observation): Verdict {
  return errata !== undefined && verdict !== "pass" && verdict !== "error" ? "erratum" : verdict;
}

function placeOf(finding: Finding | EngineError): string | undefined {
  return "at" in finding ? finding.at : undefined;
}
