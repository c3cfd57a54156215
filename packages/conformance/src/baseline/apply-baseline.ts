import { createHash } from "node:crypto";
import type { Report, ReportEntry } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import { type Baseline, type BaselineEntry, describeEntry, isWaiting, keyOfEntry } from "./baseline.ts";
import { BASELINE, explainAbsence, isFinding, matches } from "./match-findings.ts";

/** What the entries of a baseline are held against, besides a report. */
export interface BaselineContext {
  /** The documented operations. */
  readonly operations: readonly string[];
  /** The day it is, in UTC, such as `2026-11-22`. */
  readonly today: string;
}

/**
 * A report as somebody sees it who knows of some findings. The list of verdicts is closed, and `erratum` is the one for
 * what deviates in a known way: a known finding becomes one, named `baseline:` and its reason. An entry that is stale,
 * has expired, or says neither why nor who answers for it, fails, and so does what it stood for.
 */
export function applyBaseline(report: Report, baseline: Baseline, context: BaselineContext): Report {
  const own = baseline.entries.filter(({ provider }) => provider === report.provider);
  const good = own.filter((entry) => flawOf(entry, context.today) === undefined);
  const known = new Map<string, string>();
  const checks = report.checks.map((entry): ReportEntry => {
    const found = isFinding(entry) && good.find((one) => matches(one, report.provider, entry));
    if (!found) return entry;
    const name = `${BASELINE}${found.reason}`;
    known.set(name, `Known to ${found.owner} since ${found.since}, until ${found.expires}.`);
    return { ...entry, verdict: "erratum", errata: [name] };
  });
  const complaints = own.flatMap((entry) => complain(entry, report, context));
  const whole = insert(checks, complaints);
  const errata = Object.entries({ ...report.errata, ...Object.fromEntries(known) });
  return {
    ...report,
    verdicts: tally(whole),
    checks: whole,
    ...(errata.length > 0 && {
      errata: Object.fromEntries(errata.sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}

/** What is wrong with an entry, whatever a run shows. */
function flawOf({ reason, owner, expires }: BaselineEntry, today: string): string | undefined {
  if (isWaiting(reason) || isWaiting(owner)) return "no reason or no owner: write down why, and who answers";
  return expires < today ? `expired on ${expires}: mend it, or give it another day` : undefined;
}

function complain(entry: BaselineEntry, report: Report, context: BaselineContext): ReportEntry[] {
  const isFound = report.checks.some((one) => isFinding(one) && matches(entry, report.provider, one));
  const absence = isFound ? undefined : explainAbsence(entry, report, context.operations);
  // The shard that asks tells.
  const isElsewhere =
    absence === "unasked" && !report.checks.some((one) => one.operation === entry.operation);
  if (isElsewhere) return [];
  const problem =
    absence === "stale"
      ? "it is gone: settled baseline update takes the entry out"
      : flawOf(entry, context.today);
  if (problem === undefined) return [];
  const { check, operation, at } = entry;
  return [
    {
      check,
      operation,
      case: entry.case ?? "any",
      verdict: "fail",
      expected: `${BASELINE} ${describeEntry(entry)} is known (${entry.reason}; ${entry.owner})`,
      received: problem,
      curl: "",
      id: createHash("sha256")
        .update(`${BASELINE} ${keyOfEntry(entry)}`)
        .digest("hex")
        .slice(0, 16),
      ...(at !== "" && { at }),
    },
  ];
}

/** Puts each complaint behind the last entry of its operation. */
function insert(entries: readonly ReportEntry[], complaints: readonly ReportEntry[]): ReportEntry[] {
  const whole = [...entries];
  for (const complaint of complaints) {
    const last = whole.findLastIndex(({ operation }) => operation === complaint.operation);
    whole.splice(last < 0 ? whole.length : last + 1, 0, complaint);
  }
  return whole;
}
