import { loadBaseline } from "../baseline/load-baseline.ts";
import { hashRoot } from "../document/hash-root.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import { finishReport } from "../report/finish-report.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { TeachingError } from "../teaching-error.ts";
import { judgeRecording } from "../traffic/judge-recording.ts";
import { openRecording } from "../traffic/open-recording.ts";
import { withBaseline } from "./baseline.ts";
import { checkOutputs } from "./check-outputs.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { findRecorded } from "./find-recorded.ts";
import { writeReports } from "./write-report.ts";

export interface JudgeCommand {
  /** Name of a provider, or path of a document; absent: as the recording tells. */
  readonly provider?: string;
  /** Where the service stands. */
  readonly url?: string;
  readonly strict?: boolean;
  readonly reporter?: readonly Output[];
  readonly output?: string;
  /** Path of the file of known findings. */
  readonly baseline?: string;
}

/**
 * `settled judge`: judges a HAR file or a cassette, with no network.
 *
 * @returns the exit code
 * @throws TeachingError on a usage error, a broken document, or a file that is no recording.
 */
export async function judge(file: string, command: JudgeCommand, signal: AbortSignal): Promise<number> {
  const { provider: name, url, strict, reporter, output } = command;
  const outputs = chooseOutputs(reporter, output);
  checkUrl(url);
  const baseline = command.baseline === undefined ? undefined : await loadBaseline(command.baseline);
  const recording = await openRecording(file);
  const { document, errata } = await findRecorded(recording, name);
  if (recording.kind === "cassette" && recording.header.fingerprint !== hashRoot(document.root)) {
    console.error(
      `${document.name} has changed since ${file} was recorded: it is judged by what is documented now`,
    );
  }
  checkOutputs(outputs, undefined, [file, document.source, command.baseline]);
  const { validators } = await loadValidators(document);
  const { row, proved, interrupted } = await judgeRecording(recording, {
    document,
    validators,
    errata,
    signal,
    // A baseline asks what became of that which it knows, be it that it passed.
    findingsOnly: baseline === undefined && outputs.every(({ reporter }) => reporter === "pretty"),
    ...(strict && { strict }),
    ...(url !== undefined && { url }),
  });
  const finished = await finishReport(row, document, outputs);
  const report = withBaseline(finished, baseline, document.operations);
  await writeReports([{ ...row, report }], outputs);
  if (interrupted) {
    console.error(`${file} is of a run that did not come to its end: it is judged as far as it goes`);
  }
  if (signal.aborted || interrupted) return EXIT.interrupted;
  const code = exitCode([report.verdicts], proved);
  // With --strict, what is not documented fails even where nothing else was there to be judged.
  return !proved && report.verdicts.fail > 0 ? EXIT.deviates : code;
}

function checkUrl(url: string | undefined): void {
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return;
  throw new TeachingError({
    what: `not a URL: ${url}`,
    where: "--url",
    expected: "the base URL of the service, http or https",
    example: "settled judge traffic.har --provider acme-jobs --url https://acme-jobs.example.com/api",
  });
}
