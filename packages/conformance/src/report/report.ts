import type { CheckName } from "../checks/finding.ts";

/** Every verdict, from best to worst. */
export const VERDICTS = ["pass", "skip", "erratum", "vacuous", "fail", "error"] as const;

/**
 * - `pass`: as documented
 * - `skip`: not asked, for the reason given
 * - `erratum`: deviates in a known way
 * - `vacuous`: breaks nothing and proves nothing; never green
 * - `fail`: deviates
 * - `error`: our own engine broke
 */
export type Verdict = (typeof VERDICTS)[number];

/** What one check said of one case. */
export interface ReportEntry {
  readonly check: CheckName;
  readonly operation: string;
  readonly case: string;
  readonly verdict: Verdict;
  readonly expected: string;
  readonly received: string;
  /** A command line that sends the request again, without its secrets. */
  readonly curl: string;
  /** The names of the known deviations that explain an `erratum`; absent from every other verdict. */
  readonly errata?: readonly string[];
}

/** What became of one provider. */
export interface Report {
  readonly provider: string;
  /** The base URL that was asked. */
  readonly target: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly checks: readonly ReportEntry[];
}

/** Counts entries by verdict. */
export function tally(entries: readonly Pick<ReportEntry, "verdict">[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of entries) counts[verdict] += 1;
  return counts;
}
