import type { Report, ReportEntry } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import { TeachingError } from "../teaching-error.ts";
import { coverageMaps } from "./coverage-maps.ts";
import { nameOfSource } from "./evidence.ts";
import { mergeEvidence } from "./merge-evidence.ts";

/**
 * Puts the shards of a run together, as if they had never been apart; reports of whole runs are left alone. Of several
 * runs of as many shards, the first reports of each shard make the first run.
 *
 * @param reports of one provider
 * @throws TeachingError when a shard is missing: what it would have said, nobody knows.
 */
export function joinShards(reports: readonly Report[]): Report[] {
  const groups = Map.groupBy(reports, (report) => {
    const { run } = report;
    return run?.shard ? `${nameOfSource(run)} ${run.shard.of}` : report;
  });
  return [...groups.values()].flatMap((group) => (group[0]?.run?.shard ? runsOf(group) : group));
}

function runsOf(group: readonly Report[]): Report[] {
  const of = group[0]?.run?.shard?.of ?? 1;
  const byIndex = Array.from({ length: of }, (_, at) =>
    group.filter(({ run }) => run?.shard?.index === at + 1),
  );
  const count = Math.max(...byIndex.map(({ length }) => length));
  const missing = byIndex.flatMap(({ length }, at) => (length < count ? [`${at + 1}/${of}`] : []));
  if (missing.length > 0) {
    const runs = count > 1 ? ` of one of ${count} runs` : "";
    throw new TeachingError({
      what: `${group[0]?.provider}: no report of shard ${missing.join(", ")}${runs}`,
      expected: `the reports of all ${of} shards, so that nothing that went unasked looks green`,
      example: `settled merge shard-1.json shard-2.json --reporter html=report.html`,
    });
  }
  return Array.from({ length: count }, (_, nth) => join(byIndex.map((own) => own[nth] as Report)));
}

function join(shards: readonly Report[]): Report {
  const [first] = shards as [Report, ...Report[]];
  const inOrder = byOperation(shards);
  const checks = inOrder(withoutTwins(shards.flatMap((shard) => shard.checks)));
  const {
    shard: _,
    interrupted: _i,
    proved: _p,
    unproved: _u,
    ...facts
  } = first.run as NonNullable<Report["run"]>;
  const isCut = shards.some(({ run }) => run?.interrupted);
  // A part that nobody was let in for is not made up for by another.
  const unproved = shards.find(({ run }) => run?.unproved !== undefined)?.run?.unproved;
  const proved = unproved === undefined && shards.some(({ run }) => run?.proved);
  const isLenient = shards.some(({ run }) => run?.unknownMembers === "admitted");
  const errata = uniteErrata(shards);
  return {
    ...first,
    ...uniteFacts(shards),
    // The embedded sandbox is at another port each time, which means nothing.
    target: first.target,
    verdicts: tally(checks),
    checks,
    ...(first.cases && { cases: inOrder(shards.flatMap(({ cases = [] }) => cases)) }),
    ...uniteEvidence(shards),
    run: {
      ...facts,
      proved,
      ...(unproved !== undefined && { unproved }),
      ...(isCut && { interrupted: true as const }),
      ...(isLenient && { unknownMembers: "admitted" as const }),
    },
    ...(errata && { errata }),
  };
}

// A baseline's entry that names no documented operation is told of in every shard.
function withoutTwins(entries: readonly ReportEntry[]): ReportEntry[] {
  const ids = new Set<string>();
  return entries.filter(({ id }) => {
    const isTwin = id !== undefined && ids.has(id);
    if (id !== undefined) ids.add(id);
    return !isTwin;
  });
}

/** Puts things in the order of their operations; those of one operation stay as they are. */
export function byOperation(reports: readonly Report[]): <T extends { operation: string }>(all: T[]) => T[] {
  const documented = reports.find(({ operations }) => operations)?.operations ?? [];
  const order = new Map(documented.map(({ id }, index) => [id, index]));
  const placeOf = (operation: string) => order.get(operation) ?? order.size;
  return (all) => [...all].sort((a, b) => placeOf(a.operation) - placeOf(b.operation));
}

export function uniteEvidence(reports: readonly Report[]): Pick<Report, "coverage" | "evidence"> {
  const all = reports.flatMap(({ evidence }) => evidence ?? []);
  if (all.length === 0) return {};
  const evidence = mergeEvidence(all);
  return { coverage: coverageMaps(evidence), evidence };
}

/** Where it was asked, since when, and how long all of it took. */
export function uniteFacts(reports: readonly Report[]): Pick<Report, "target" | "startedAt" | "duration"> {
  const [first] = reports as [Report, ...Report[]];
  const startedAt = reports.map((report) => report.startedAt).sort()[0] ?? first.startedAt;
  const duration = reports.reduce((sum, report) => sum + (report.duration ?? 0), 0);
  const target = [...new Set(reports.map((report) => report.target))].join(", ");
  return { target, startedAt, ...(first.duration !== undefined && { duration }) };
}

export function uniteErrata(reports: readonly Report[]): Report["errata"] {
  const all = reports.flatMap(({ errata = {} }) => Object.entries(errata));
  if (all.length === 0) return undefined;
  return Object.fromEntries([...new Map(all)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
