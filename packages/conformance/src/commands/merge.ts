import { mergeReports, runsIn } from "../evidence/merge-reports.ts";
import { readReports } from "../evidence/read-reports.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import type { Row } from "../report/format-pretty.ts";
import type { Report } from "../report/report.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { type CoverageRequest, writeCoverage } from "./write-coverage.ts";
import { writeReports } from "./write-report.ts";

export interface MergeCommand extends CoverageRequest {
  /** Absent: the table. */
  readonly reporter?: readonly Output[];
  /** The file of the one reporter that names none. */
  readonly output?: string;
}

/**
 * `settled merge`: makes one report of those of shards, runs and tenants.
 *
 * @returns the exit code that one run would have had
 * @throws TeachingError when a file is no report, or the reports do not belong together.
 */
export async function merge(files: readonly string[], command: MergeCommand): Promise<number> {
  const outputs = chooseOutputs(command.reporter, command.output);
  const reports = mergeReports(await readReports(files));
  await writeReports(reports.map(rowOf), outputs);
  await writeCoverage(reports, command, outputs);
  const runs = reports.flatMap(runsIn);
  if (runs.some(({ interrupted }) => interrupted)) return EXIT.interrupted;
  return exitCode(
    reports.map(({ verdicts }) => verdicts),
    runs.every(({ proved }) => proved),
  );
}

function rowOf(report: Report): Row {
  const cases = new Set(report.checks.map((entry) => JSON.stringify([entry.operation, entry.case]))).size;
  return { report, operations: report.operations?.length ?? 0, cases, duration: report.duration ?? 0 };
}
