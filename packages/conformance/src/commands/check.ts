import { loadBaseline } from "../baseline/load-baseline.ts";
import type { Shard } from "../evidence/shard.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import { finishReport } from "../report/finish-report.ts";
import type { Row } from "../report/format-pretty.ts";
import { createProgress } from "../report/progress.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { TeachingError } from "../teaching-error.ts";
import { checkCassette } from "../traffic/open-cassette.ts";
import type { RunRecord } from "../traffic/record-case.ts";
import { writeRun } from "../traffic/write-run.ts";
import { withBaseline } from "./baseline.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { findProvider, knownProviders } from "./find-provider.ts";
import { judgeProvider } from "./judge-provider.ts";
import { type CoverageRequest, writeCoverage } from "./write-coverage.ts";
import { writeReports } from "./write-report.ts";

export interface CheckCommand extends CoverageRequest {
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
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
  readonly shard?: Shard;
  /** Whose service it is, as the report calls it. */
  readonly tenant?: string;
  /** Path of the file of known findings. */
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
  const chosen = command.all ? knownProviders() : names;
  checkUsage(chosen, command);
  const outputs = chooseOutputs(command.reporter, command.output);
  const baseline = command.baseline === undefined ? undefined : await loadBaseline(command.baseline);
  // All are found and loaded before the first is judged, so that a misspelt last one costs nothing.
  const providers = await Promise.all(chosen.map((name) => findProvider(name)));
  const { timeout, as, url, mock } = command;
  const target = { ...(url !== undefined && { url }), ...(mock !== undefined && { mock }) };
  const parameters = parseParameters(command.param);
  const withMutants = outputs.some(({ reporter }) => reporter === "pretty");
  const { shard, tenant } = command;
  const part = { ...(shard && { shard }), ...(tenant !== undefined && { tenant }) };
  const options = { ...target, ...part, as, timeout, signal, parameters, withMutants };
  const rows: Row[] = [];
  let proved = true;
  const progress = createProgress();
  for (const provider of providers) {
    if (signal.aborted) break;
    const { document } = provider;
    const records: RunRecord[] = [];
    const { row, proved: own } = await judgeProvider(provider, {
      ...options,
      ...(command.cassette !== undefined && {
        onRun: (entries, run, duration) =>
          records.push({ entries, ...(run && { run }), ...(duration !== undefined && { duration }) }),
      }),
      onCase: ({ operation, name }, done, of) =>
        progress.show(`${document.name} ${done + 1}/${of} ${operation.id} ${name}`),
    });
    const credentials = url === undefined ? [DEVELOPMENT_CREDENTIALS] : [];
    if (command.cassette !== undefined) {
      const kind = url === undefined ? "sandbox" : mock ? "mock" : "live";
      await writeRun(command.cassette, provider, { ...row, proved: own, kind, records }, credentials);
    }
    const report = await finishReport(row, document, outputs, credentials);
    rows.push({ ...row, report: withBaseline(report, baseline, document.operations) });
    if (providers.length > 1) progress.note(`${document.name}: done, ${rows.length} of ${providers.length}`);
    proved &&= own;
  }
  progress.end();
  await writeReports(rows, outputs);
  await writeCoverage(
    rows.map(({ report }) => report),
    command,
    outputs,
  );
  if (signal.aborted) return EXIT.interrupted;
  // A mutant that survives means that a green verdict is worth nothing.
  if (rows.some(({ mutants }) => mutants && mutants.caught < mutants.of)) return EXIT.deviates;
  return exitCode(
    rows.map(({ report }) => report.verdicts),
    proved,
  );
}

function checkUsage(names: readonly string[], { url, all, cassette }: CheckCommand): void {
  if (cassette !== undefined && (all || names.length > 1)) {
    const expected = "one provider with --cassette";
    throw new TeachingError({ what: "several providers with one cassette", where: "--cassette", expected });
  }
  if (cassette !== undefined) checkCassette(cassette);
  const example = "settled check acme-jobs --url https://acme-jobs.example.com/api";
  if (names.length === 0) {
    const known = knownProviders();
    const expected = `a provider (${known.join(", ") || "none is installed here"}), --all, or the path of a document`;
    throw new TeachingError({ what: "nothing to check", expected, example: "settled check ./openapi.yaml" });
  }
  if (url === undefined) return;
  if (all || names.length > 1) {
    const expected = "one provider with --url: a service is one provider's";
    throw new TeachingError({ what: `${names.length} providers with one URL`, expected, example });
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new TeachingError({
      what: `not a URL: ${url}`,
      where: "--url",
      expected: "an http or https URL",
      example,
    });
  }
  const { username, password, search, hash } = new URL(url);
  if (`${username}${password}${search}${hash}` === "") return;
  // The URL is not shown: a password may be in it.
  throw new TeachingError({
    what: "the URL says more than where the service is",
    where: "--url",
    expected:
      "no user, query or fragment; credentials come from SETTLED_USERNAME, SETTLED_PASSWORD, SETTLED_TOKEN",
    example,
  });
}

function parseParameters(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
      const example = "--param executionId=0d1c4a52";
      throw new TeachingError({
        what: `not a parameter: ${pair}`,
        where: "--param",
        expected: "name=value",
        example,
      });
    }),
  );
}
