import type { Report, ReportEntry } from "../report/report.ts";
import { type Baseline, type BaselineEntry, isWaiting, keyOfEntry, PLACEHOLDER } from "./baseline.ts";
import {
  BASELINE,
  expectationOf,
  explainAbsence,
  generalPlace,
  isFinding,
  matches,
} from "./match-findings.ts";

/** What is said of entries that are new, and of those that wait for it. */
export interface UpdateOptions {
  readonly reason?: string;
  readonly owner?: string;
  /** The last day that new entries are known for, in UTC. */
  readonly expires: string;
  /** The day it is. */
  readonly today: string;
}

export interface UpdatedBaseline {
  readonly baseline: Baseline;
  readonly added: number;
  readonly pruned: number;
  readonly kept: number;
  /** Entries that wait for a reason or an owner. */
  readonly waiting: number;
}

/**
 * A baseline that knows all findings of some reports, and none that is gone. What is known already stays as it was
 * written, its day of expiry too; what nobody looked for stays.
 */
export function updateBaseline(
  before: Baseline,
  reports: readonly Report[],
  options: UpdateOptions,
): UpdatedBaseline {
  const kept = before.entries.filter((entry) => !isGone(entry, reports));
  const added = new Map<string, BaselineEntry>();
  for (const report of reports) {
    for (const finding of report.checks.filter(isFinding)) {
      if (kept.some((entry) => matches(entry, report.provider, finding))) continue;
      const entry = describe(report, finding, options);
      added.set(keyOfEntry(entry), entry);
    }
  }
  const entries = [...kept.map((entry) => fillIn(entry, options)), ...added.values()].sort(byKey);
  return {
    baseline: { version: 1, entries },
    added: added.size,
    pruned: before.entries.length - kept.length,
    kept: kept.length,
    waiting: entries.filter(({ reason, owner }) => isWaiting(reason) || isWaiting(owner)).length,
  };
}

function isGone(entry: BaselineEntry, reports: readonly Report[]): boolean {
  const own = reports.filter(({ provider }) => provider === entry.provider);
  if (
    own.some((report) => report.checks.some((one) => isFinding(one) && matches(entry, report.provider, one)))
  ) {
    return false;
  }
  return own.some((report) => {
    const operations = report.operations?.map(({ id }) => id) ?? [entry.operation];
    // What is told of entries of a baseline is no news of the case.
    const checks = report.checks.filter(({ expected }) => !expected.startsWith(BASELINE));
    return explainAbsence(entry, { ...report, checks }, operations) === "stale";
  });
}

function describe(
  { provider }: Report,
  finding: ReportEntry,
  { reason = `${PLACEHOLDER}: why this is known`, owner = PLACEHOLDER, expires, today }: UpdateOptions,
): BaselineEntry {
  const { operation, case: name, check } = finding;
  const about = { provider, operation, case: name, check, at: generalPlace(finding) };
  return { ...about, expected: expectationOf(finding), reason, owner, expires, since: today };
}

function fillIn(entry: BaselineEntry, { reason, owner }: UpdateOptions): BaselineEntry {
  return {
    ...entry,
    ...(reason !== undefined && isWaiting(entry.reason) && { reason }),
    ...(owner !== undefined && isWaiting(entry.owner) && { owner }),
  };
}

function byKey(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [keyOfEntry(a), keyOfEntry(b)];
  return one < other ? -1 : Number(one > other);
}
