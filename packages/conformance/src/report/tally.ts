import { type ReportEntry, VERDICTS, type Verdict } from "./report.ts";

/** Counts entries by verdict. */
export function tally(entries: readonly Pick<ReportEntry, "verdict">[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of entries) counts[verdict] += 1;
  return counts;
}
