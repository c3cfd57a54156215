import { caseKey } from "../report/case-key.ts";
import { identify } from "../report/complete-report.ts";
import { worstOf } from "../report/html/case-groups.ts";
import type { MergedRun, Report, ReportCase, ReportEntry } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import { TeachingError } from "../teaching-error.ts";
import { byOperation, joinShards, uniteErrata, uniteEvidence, uniteFacts } from "./join-shards.ts";

/** An entry, and the runs that have it, by their index. */
type Sourced = ReportEntry & { readonly id: string; readonly sources: readonly number[] };

/**
 * Merges the reports of shards, runs and tenants into one for each provider, in the order of their first.
 *
 * All shards of a run give the report of the whole run. Of several runs, the same finding is told once, with the runs
 * that have it; what one of them skipped and another asked, was asked.
 *
 * @throws TeachingError when a shard is missing, or reports of one provider were judged by different documents or
 * versions of this package.
 */
export function mergeReports(reports: readonly Report[]): Report[] {
  const providers = Map.groupBy(reports, ({ provider }) => provider);
  return [...providers.values()].map((own) => {
    refuseStrangers(own);
    const runs = joinShards(own);
    return runs.length === 1 ? (runs[0] as Report) : uniteRuns(runs);
  });
}

/** The runs that a report is of. */
export function runsIn({ run, runs, target, startedAt }: Report): readonly MergedRun[] {
  return runs ?? (run ? [{ ...run, target, startedAt }] : []);
}

function refuseStrangers(reports: readonly Report[]): void {
  if (reports.length < 2) return;
  const prints = reports.map((report) => {
    const [first] = runsIn(report);
    return first && `document ${first.fingerprint.document}, kit ${first.fingerprint.kit}`;
  });
  const different = [...new Set(prints)];
  if (different.length === 1 && different[0] !== undefined) return;
  throw new TeachingError({
    what: `${reports[0]?.provider}: these reports cannot be merged: ${different.map((one) => one ?? "of an unknown document").join("; ")}`,
    expected: "reports that were judged by the same document, with the same version of this package",
    example: "settled check acme-jobs --reporter json=again.json",
  });
}

function uniteRuns(reports: readonly Report[]): Report {
  const offsets = reports.map((_, at) =>
    reports.slice(0, at).reduce((sum, report) => sum + runsIn(report).length, 0),
  );
  const entries = reports.flatMap((report, at) => sourced(report, offsets[at] ?? 0));
  const checks = byOperation(reports)(uniteEntries(entries));
  const { run: _, ...first } = reports[0] as Report;
  const errata = uniteErrata(reports);
  return {
    ...first,
    ...uniteFacts(reports),
    verdicts: tally(checks),
    checks,
    cases: byOperation(reports)(uniteCases(reports, offsets, checks)),
    ...uniteEvidence(reports),
    runs: reports.flatMap(runsIn),
    ...(errata && { errata }),
  };
}

function sourced(report: Report, offset: number): Sourced[] {
  const ids = identify(report);
  return report.checks.map((entry, index) => ({
    ...entry,
    id: entry.id ?? ids[index] ?? "",
    sources: (entry.sources ?? [0]).map((source) => source + offset),
  }));
}

/** Case by case, each finding once: as the worst of the runs has it. */
function uniteEntries(entries: readonly Sourced[]): Sourced[] {
  return [...Map.groupBy(entries, caseKey).values()].flatMap((all) => {
    const asked = all.filter(({ verdict }) => verdict !== "skip");
    const same = Map.groupBy(asked.length > 0 ? asked : all, ({ id }) => id);
    return [...same.values()].map((twins) => {
      const worst = worstOf(twins);
      const found = twins.filter(({ verdict }) => verdict === worst);
      const sources = [...new Set(found.flatMap((one) => one.sources))].sort((a, b) => a - b);
      return { ...(found[0] as Sourced), sources };
    });
  });
}

/** One exchange for each case: of the run that has the worst to tell of it. */
function uniteCases(
  reports: readonly Report[],
  offsets: readonly number[],
  checks: readonly ReportEntry[],
): ReportCase[] {
  const byCase = Map.groupBy(checks, caseKey);
  const exchanges = reports.flatMap(({ cases = [] }, at) => cases.map((one) => ({ one, at })));
  return [...Map.groupBy(exchanges, ({ one }) => caseKey(one))].flatMap(([key, own]) => {
    const entries = byCase.get(key) ?? [];
    const worst = entries.find(({ verdict }) => verdict === worstOf(entries));
    const isOfWorst = (at: number) =>
      worst?.sources?.some((source) => offsets.findLastIndex((offset) => offset <= source) === at) ?? false;
    return (own.find(({ at }) => isOfWorst(at)) ?? own[0])?.one ?? [];
  });
}
