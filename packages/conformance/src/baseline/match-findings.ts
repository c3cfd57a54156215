import { forAnyItem } from "../document/pointer.ts";
import type { Report, ReportEntry } from "../report/report.ts";
import { placeOf } from "../report/source-pointer.ts";
import type { BaselineEntry } from "./baseline.ts";

/** What begins the name of a finding that a baseline knows, and what is told of a baseline's entry. */
export const BASELINE = "baseline:";

/** Whether an entry of a report deviates, be it known by a baseline or not. What our engine made of it, nobody may excuse. */
export function isFinding({ verdict, errata = [], expected }: ReportEntry): boolean {
  if (expected.startsWith(BASELINE)) return false;
  if (verdict === "erratum") return errata.some((name) => name.startsWith(BASELINE));
  return verdict === "fail" || verdict === "vacuous";
}

/** Where a finding is, with `*` for items. */
export function generalPlace(entry: Pick<ReportEntry, "at" | "expected">): string {
  return forAnyItem(placeOf(entry) ?? "");
}

/** What was expected, without the place that a report puts before it. */
export function expectationOf(entry: Pick<ReportEntry, "at" | "expected">): string {
  const place = placeOf(entry);
  const isBefore = place !== undefined && entry.expected.startsWith(`${place} `);
  return isBefore ? entry.expected.slice(place.length + 1) : entry.expected;
}

/** Whether a finding is the one that an entry is about: the same check, at the same place, of the same case. */
export function matches(known: BaselineEntry, provider: string, found: ReportEntry): boolean {
  return (
    known.provider === provider &&
    known.operation === found.operation &&
    (known.case === undefined || known.case === found.case) &&
    known.check === found.check &&
    (known.at === (placeOf(found) ?? "") || known.at === generalPlace(found)) &&
    (known.expected === undefined || known.expected === expectationOf(found))
  );
}

/** What became of an entry whose finding is not there. */
export type Absence =
  /** It was looked for, and is gone. */
  | "stale"
  /** Nobody looked: another shard, a case that was skipped or got no answer, or that broke before. */
  | "unasked";

/**
 * Says why a finding is absent.
 *
 * @param operations the documented operations, since a shard does not tell of all of them
 */
export function explainAbsence(
  known: BaselineEntry,
  report: Pick<Report, "checks" | "cases" | "run" | "runs">,
  operations: readonly string[],
): Absence {
  if (!operations.includes(known.operation)) return "stale";
  const ofOperation = report.checks.filter(({ operation }) => operation === known.operation);
  if (ofOperation.length === 0) return "unasked";
  const own = ofOperation.filter((entry) => known.case === undefined || known.case === entry.case);
  if (own.length === 0) return isWhole(report) ? "stale" : "unasked";
  const cases = [...Map.groupBy(own, (entry) => entry.case)];
  return cases.every(([name, entries]) => wasJudged(known, name, entries, report)) ? "stale" : "unasked";
}

/**
 * Whether operations were asked for as a whole: what is not among their cases is no case any more. What a live service is
 * asked is as the command line says: a lifecycle, or nothing that is wrong on purpose.
 */
function isWhole({ run, runs }: Pick<Report, "run" | "runs">): boolean {
  return ![run, ...(runs ?? [])].some((one) => one?.interrupted || one?.kind === "live");
}

function wasJudged(
  { check, operation }: BaselineEntry,
  name: string,
  entries: readonly ReportEntry[],
  { cases }: Pick<Report, "cases">,
): boolean {
  if (entries.some(({ verdict }) => verdict === "skip" || verdict === "error")) return false;
  const exchange = cases?.find((one) => one.operation === operation && one.case === name);
  if (exchange && !exchange.response) return false;
  // Whoever answers with another status shows nothing of what the body would have been.
  return entries.some((entry) => entry.check === check) || !entries.some(isFinding);
}
