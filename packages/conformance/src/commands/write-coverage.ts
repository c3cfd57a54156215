import { formatMissing } from "../evidence/coverage-maps.ts";
import type { Output } from "../report/choose-outputs.ts";
import type { Report } from "../report/report.ts";
import { writeWhole } from "./write-report.ts";

export interface CoverageRequest {
  /** `missing`: tell what is documented and was not seen; anything else: write it to this file. */
  readonly coverage?: string;
}

/** Tells what is documented and was not seen, if somebody asked for it: a line for each point, in columns by tabs. */
export async function writeCoverage(
  reports: readonly Report[],
  { coverage }: CoverageRequest,
  outputs: readonly Output[],
): Promise<void> {
  if (coverage === undefined) return;
  const lines = reports.flatMap(({ provider, evidence }) =>
    evidence ? formatMissing(provider, evidence) : [],
  );
  const text = lines.map((line) => `${line}\n`).join("");
  if (coverage !== "missing") return writeWhole(coverage, text, "--coverage");
  // A report that is printed for a machine must stay whole.
  const isFree = outputs.every(({ reporter, file }) => file !== undefined || reporter === "pretty");
  (isFree ? process.stdout : process.stderr).write(text);
}
