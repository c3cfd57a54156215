import { nameOfSource } from "../evidence/evidence.ts";
import type { MergedRun, Report, ReportEntry } from "./report.ts";

/** How often a finding was seen, if more than once: `3 times`. */
export function oftenSeen({ times }: Pick<ReportEntry, "times">): string | undefined {
  return times === undefined ? undefined : `${times} times`;
}

/** Where several runs were merged: those that have a finding, by whose service it was and when. */
export function findersOf(
  { runs = [] }: Pick<Report, "runs">,
  { sources }: Pick<ReportEntry, "sources">,
): string | undefined {
  return sources
    ?.flatMap((index) => runs[index] ?? [])
    .map(nameOfRun)
    .join(", ");
}

/** Both, as a line for each that is known. */
export function sightingLines(report: Pick<Report, "runs">, entry: ReportEntry): string[] {
  const often = oftenSeen(entry);
  const finders = findersOf(report, entry);
  return [...(often ? [`seen ${often}`] : []), ...(finders ? [`seen by ${finders}`] : [])];
}

function nameOfRun(run: MergedRun): string {
  return `${nameOfSource(run)} at ${run.target}, ${run.startedAt}`;
}
