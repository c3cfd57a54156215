import { resolve } from "node:path";
import type { Baseline } from "../baseline/baseline.ts";
import { loadBaseline } from "../baseline/load-baseline.ts";
import type { Shard } from "../evidence/shard.ts";
import { chooseTarget, type LiveCommand } from "../live/live-settings.ts";
import { type LoadedConfig, loadConfig } from "../live/load-config.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import { finishReport } from "../report/finish-report.ts";
import { createProgress } from "../report/progress.ts";
import type { Row } from "../report/row.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { withBaseline } from "./baseline.ts";
import { checkOutputs } from "./check-outputs.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkAll, checkUsage, parseParameters } from "./check-usage.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { findJudged, judgeableProviders, type Provider } from "./find-provider.ts";
import { type Choice, judgeChosen } from "./judge-chosen.ts";
import { type CoverageRequest, writeCoverage } from "./write-coverage.ts";
import { writeReports } from "./write-report.ts";

export interface CheckCommand extends LiveCommand, CoverageRequest {
  /** Absent: the table. */
  readonly reporter?: readonly Output[];
  /** The file of the one reporter that names none. */
  readonly output?: string;
  readonly all?: boolean;
  readonly url?: string;
  readonly mock?: boolean;
  readonly as: "documented" | "observed";
  readonly param?: readonly string[];
  /** Path of a new file for what was sent and what came. */
  readonly cassette?: string;
  /** Whether the run goes on that the cassette is of. */
  readonly resume?: boolean;
  /** Milliseconds that one exchange may take. */
  readonly timeout?: number;
  readonly shard?: Shard;
  /** Whose service it is, as the report calls it. */
  readonly tenant?: string;
  /** Path of the file of known findings; of a live run, the configuration may name it, too. */
  readonly baseline?: string;
}

/**
 * `settled check`: judges each provider on the embedded sandbox, or at a URL.
 *
 * @returns the exit code
 * @throws TeachingError on a usage error or a broken document.
 */
export async function check(
  names: readonly string[],
  command: CheckCommand,
  signal: AbortSignal,
): Promise<number> {
  checkAll(names, command);
  const chosen = command.all ? judgeableProviders(command) : names;
  const isLive = !command.mock && (command.url ?? command.target) !== undefined;
  const loaded: LoadedConfig = isLive ? await loadConfig(command.config) : { config: {}, folder: "" };
  const url = command.url ?? chooseTarget(loaded, command.target)?.url;
  checkUsage(chosen, { ...command, ...(url !== undefined && { url }) });
  const outputs = chooseOutputs(command.reporter, command.output);
  const known = command.baseline ?? configuredBaseline(loaded);
  const baseline = known === undefined ? undefined : await loadBaseline(known);
  // All are found and loaded before the first is judged, so that a misspelt last one costs nothing.
  const providers = await Promise.all(chosen.map((name) => findJudged(name, command)));
  const documents = providers.map(({ document }) => document);
  const inputs = [...documents.map(({ source }) => source), command.cassette, command.config, known];
  checkOutputs(outputs, command.coverage, inputs);
  checkParameters(documents, Object.keys(parseParameters(command.param)));
  const choice = { command, loaded, signal, outputs, ...(url !== undefined && { url }) };
  const judged = await judgeEach(providers, choice, baseline);
  if (judged === undefined) return EXIT.conforms;
  const reports = judged.rows.map(({ report }) => report);
  await writeReports(judged.rows, outputs);
  await writeCoverage(reports, command, outputs);
  if (signal.aborted || judged.isLeft) return EXIT.interrupted;
  // A mutant that survives means that a green verdict is worth nothing.
  if (judged.rows.some(({ mutants }) => mutants && mutants.caught < mutants.of)) return EXIT.deviates;
  return exitCode(
    reports.map(({ verdicts }) => verdicts),
    judged.proved,
  );
}

interface JudgedEach {
  readonly rows: readonly Row[];
  /** Whether something was proved of each. */
  readonly proved: boolean;
  /** Whether one of them was left before its end. */
  readonly isLeft: boolean;
}

/** One after the other; `undefined` where it was only to be said what would be sent. */
async function judgeEach(
  providers: readonly Provider[],
  choice: Choice,
  baseline: Baseline | undefined,
): Promise<JudgedEach | undefined> {
  const rows: Row[] = [];
  let proved = true;
  let isLeft = false;
  const progress = createProgress();
  for (const provider of providers) {
    if (choice.signal.aborted) break;
    const { document } = provider;
    const onCase: CheckOptions["onCase"] = ({ operation, name }, done, of) =>
      progress.show(`${document.name} ${done + 1}/${of} ${operation.id} ${name}`);
    const judged = await judgeChosen(provider, choice, onCase);
    if (judged === undefined) return undefined;
    const { row, credentials } = judged;
    const report = await finishReport(row, document, choice.outputs, credentials);
    rows.push({ ...row, report: withBaseline(report, baseline, document.operations) });
    if (providers.length > 1) progress.note(`${document.name}: done, ${rows.length} of ${providers.length}`);
    proved &&= judged.proved;
    isLeft ||= judged.left ?? false;
  }
  progress.end();
  return { rows, proved, isLeft };
}

function configuredBaseline({ config, folder }: LoadedConfig): string | undefined {
  return config.baseline === undefined ? undefined : resolve(folder, config.baseline);
}
