import { applyBaseline } from "../baseline/apply-baseline.ts";
import type { Baseline } from "../baseline/baseline.ts";
import { formatBaseline, loadBaselineIfAny } from "../baseline/load-baseline.ts";
import { updateBaseline } from "../baseline/update-baseline.ts";
import { readReports } from "../evidence/read-reports.ts";
import type { Report } from "../report/report.ts";
import { TeachingError } from "../teaching-error.ts";
import { EXIT } from "./exit-codes.ts";
import { writeWhole } from "./write-report.ts";

export interface BaselineUpdateCommand {
  readonly baseline: string;
  readonly reason?: string;
  readonly owner?: string;
  /** A day, such as `2027-03-31`. */
  readonly expires?: string;
}

/** What an entry is known for, where nobody says for how long, in days. */
const DAYS = 90;

/** In milliseconds. */
const DAY = 86_400_000;

/**
 * `settled baseline update`: writes down what JSON reports found, and takes out what they did not find any more.
 *
 * @returns the exit code
 * @throws TeachingError when a file is none of what it is taken for, or cannot be written, or the
 * day of expiry is over.
 */
export async function updateBaselineFile(
  files: readonly string[],
  { baseline: file, reason, owner, expires }: BaselineUpdateCommand,
): Promise<number> {
  const today = dayOf(Date.now());
  checkExpiry(expires, today);
  const reports = await readReports(files);
  const before = await loadBaselineIfAny(file);
  const { baseline, added, pruned, kept, waiting } = updateBaseline(before, reports, {
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    expires: expires ?? dayOf(Date.now() + DAYS * DAY),
    today,
  });
  await writeWhole(file, formatBaseline(baseline), "--baseline");
  console.log(`${file}: ${added} added, ${pruned} taken out, ${kept} kept`);
  if (waiting > 0) {
    console.log(`${waiting} without a reason or an owner: settled check fails until both are written down`);
  }
  return EXIT.conforms;
}

// The days of a calendar sort as their names do.
function checkExpiry(expires: string | undefined, today: string): void {
  if (expires === undefined || expires >= today) return;
  throw new TeachingError({
    what: `${expires} is over: what is known until then fails at once`,
    where: "--expires",
    expected: `a day from ${today} on`,
    example: `--expires ${dayOf(Date.now() + DAYS * DAY)}`,
  });
}

/** A report as somebody sees it who knows a baseline; without one, as it is. */
export function withBaseline(
  report: Report,
  baseline: Baseline | undefined,
  operations: readonly { readonly id: string }[],
): Report {
  if (!baseline) return report;
  return applyBaseline(report, baseline, {
    operations: operations.map(({ id }) => id),
    today: dayOf(Date.now()),
  });
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
