import type { Credentials } from "../authentication/credentials.ts";
import { createRedactorFromEnvironment, createRedactorOf, learnTokens } from "../redaction/redactor-of.ts";
import type { Report } from "../report/report.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { cassetteHeader } from "./cassette-header.ts";
import { openCassette } from "./open-cassette.ts";
import { type RunRecord, recordCase } from "./record-case.ts";
import type { CassetteHeader } from "./recorded.ts";
import type { ReplayBench } from "./replay-case.ts";

/** A run that is over. */
export interface FinishedRun {
  readonly report: Report;
  /** Milliseconds. */
  readonly duration: number;
  readonly cases: number;
  readonly proved: boolean;
  readonly kind: Exclude<CassetteHeader["kind"], "traffic">;
  readonly records: readonly RunRecord[];
}

/**
 * Writes the cassette of a run: when it is over, since a token that a login answered with may stand in what was sent
 * before that was known.
 *
 * @param credentials those of the run, besides what the environment holds
 * @throws TeachingError when the file is there already, or cannot be written.
 */
export async function writeRun(
  path: string,
  { document, errata }: Pick<ReplayBench, "document" | "errata">,
  { report, duration, cases, proved, kind, records }: FinishedRun,
  credentials: readonly Credentials[] = [],
): Promise<void> {
  const own = createRedactorFromEnvironment(document, credentials);
  learnTokens(own, document, report.cases ?? []);
  const target = own.redactUrl(report.target);
  const header = cassetteHeader(document, { target, kind, startedAt: report.startedAt });
  const { validators } = await loadValidators(document);
  const bench = { document, validators, header, ...(errata && { errata }) };
  const redactors = { own, reader: createRedactorOf(document) };
  const cassette = await openCassette(path, header);
  try {
    for (const record of records) await cassette.write(await recordCase(bench, record, redactors));
    const { provider: _1, target: _2, startedAt: _3, verdicts: _4, checks: _5, cases: _6, ...rest } = report;
    await cassette.write({ end: { duration, cases, proved, report: rest } });
  } finally {
    await cassette.close();
  }
}
