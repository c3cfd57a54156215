import type { Baseline } from "../baseline/baseline.ts";
import { loadBaseline } from "../baseline/load-baseline.ts";
import { BASELINE } from "../baseline/match-findings.ts";
import { mergeReports, runsIn } from "../evidence/merge-reports.ts";
import { readReports } from "../evidence/read-reports.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import type { Report } from "../report/report.ts";
import type { Row } from "../report/row.ts";
import { withBaseline } from "./baseline.ts";
import { checkOutputs } from "./check-outputs.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { type CoverageRequest, writeCoverage } from "./write-coverage.ts";
import { writeReports } from "./write-report.ts";

export interface MergeCommand extends CoverageRequest {
  /** Absent: the table. */
  readonly reporter?: readonly Output[];
  /** The file of the one reporter that names none. */
  readonly output?: string;
  /** Path of the file of known findings. */
  readonly baseline?: string;
}

/**
 * `settled merge`: makes one report of those of shards, runs and tenants.
 *
 * @returns the exit code that one run would have had
 * @throws TeachingError when a file is no report, or the reports do not belong together.
 */
export async function merge(files: readonly string[], command: MergeCommand): Promise<number> {
  const outputs = chooseOutputs(command.reporter, command.output);
  checkOutputs(outputs, command.coverage, [command.baseline]);
  const baseline = command.baseline === undefined ? undefined : await loadBaseline(command.baseline);
  const reports = mergeReports(await readReports(files)).map((report) => seenAnew(report, baseline));
  await writeReports(reports.map(rowOf), outputs);
  await writeCoverage(reports, command, outputs);
  const runs = reports.flatMap(runsIn);
  if (runs.some(({ interrupted }) => interrupted)) return EXIT.interrupted;
  return exitCode(
    reports.map(({ verdicts }) => verdicts),
    runs.every(({ proved }) => proved),
  );
}

/** What a run knew of the baseline by itself is told by the merged report, which has seen all of them. */
function seenAnew(report: Report, baseline: Baseline | undefined): Report {
  if (!baseline) return report;
  const checks = report.checks.filter(({ expected }) => !expected.startsWith(BASELINE));
  const named =
    report.operations ?? [...new Set(checks.map(({ operation: id }) => id))].map((id) => ({ id }));
  return withBaseline({ ...report, checks }, baseline, named);
}

function rowOf(report: Report): Row {
  const cases = new Set(report.checks.map((entry) => JSON.stringify([entry.operation, entry.case]))).size;
  return { report, operations: report.operations?.length ?? 0, cases, duration: report.duration ?? 0 };
}
