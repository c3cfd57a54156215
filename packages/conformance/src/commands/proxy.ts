import { loadTls, type TlsOptions } from "../live/load-tls.ts";
import { redactEntry } from "../redaction/redact-report.ts";
import { createRedactorFromEnvironment } from "../redaction/redactor-of.ts";
import { chooseOutputs, type Output } from "../report/choose-outputs.ts";
import { finishReport } from "../report/finish-report.ts";
import { formatEntry } from "../report/format-entry.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Captured, Unjudged } from "../traffic/captured.ts";
import { judgeCaptured } from "../traffic/judge-captured.ts";
import { rowOf, standingAt } from "../traffic/judge-recording.ts";
import { createTrafficRecorder } from "../traffic/record-traffic.ts";
import { startProxy } from "../traffic/start-proxy.ts";
import { createTrafficReport } from "../traffic/traffic-report.ts";
import { checkOutputs } from "./check-outputs.ts";
import { exitCode } from "./exit-codes.ts";
import { findProvider } from "./find-provider.ts";
import { INSECURE } from "./show-plan.ts";
import { writeReports } from "./write-report.ts";

export interface ProxyCommand extends TlsOptions {
  /** Base URL of the service. */
  readonly upstream: string;
  readonly port: number;
  /** Path of a new file for what passes. */
  readonly cassette?: string;
  readonly strict?: boolean;
  readonly reporter?: readonly Output[];
  readonly output?: string;
}

/**
 * `settled proxy`: passes traffic on and judges it, until it is interrupted, which is how it ends.
 *
 * @returns the exit code
 * @throws TeachingError on a usage error, a broken document, or a port that cannot be had.
 */
export async function proxy(name: string, command: ProxyCommand, signal: AbortSignal): Promise<number> {
  const { upstream, port, strict, reporter, output } = command;
  checkUpstream(upstream);
  const outputs = chooseOutputs(reporter, output);
  const { document, errata } = await findProvider(name);
  checkOutputs(outputs, undefined, [document.source, command.cassette]);
  const { validators } = await loadValidators(document);
  const tls = await loadTls(command);
  const redactor = createRedactorFromEnvironment(document);
  const report = createTrafficReport({
    document,
    errata,
    ...(strict && { strict }),
    onEntry: (entry) => {
      if (!["vacuous", "fail", "error"].includes(entry.verdict)) return;
      console.error(
        formatEntry({ provider: document.name }, redactEntry(entry, redactor), process.stderr.columns),
      );
    },
  });
  const bench = { document: standingAt(document, upstream), validators };
  const { cassette } = command;
  const recorder =
    cassette === undefined ? undefined : await createTrafficRecorder(cassette, bench, { document, upstream });
  // One after the other, so that the same traffic makes the same report.
  let queue = Promise.resolve();
  const onExchange = (captured: Captured | Unjudged) => {
    queue = queue.then(async () => {
      const result = "unjudged" in captured ? captured : judgeCaptured(bench, captured);
      await report.add(result);
      await recorder?.write(captured, result);
    });
    return queue;
  };
  const running = await startProxy({ upstream, port, onExchange, tls });
  if (command.insecure) process.stderr.write(INSECURE);
  console.log(`${document.name} at ${upstream}, by way of ${running.origin}; Ctrl-C ends it with a summary`);
  if (!signal.aborted) {
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  }
  await running.close();
  await queue;
  await recorder?.close();
  const { row, proved } = rowOf(report, document, upstream);
  await writeReports([{ ...row, report: await finishReport(row, document, outputs) }], outputs);
  return exitCode([row.report.verdicts], proved);
}

function checkUpstream(upstream: string): void {
  const example = "settled proxy acme-jobs --upstream https://acme-jobs.example.com/api";
  const url = URL.canParse(upstream) ? new URL(upstream) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const expected = "the base URL of the service, http or https";
    throw new TeachingError({ what: "not a URL", where: "--upstream", expected, example });
  }
  if (`${url.username}${url.password}${url.search}${url.hash}` === "") return;
  const expected = "no user, query or fragment; what passes brings its own credentials";
  throw new TeachingError({
    what: "the URL says more than where the service is",
    where: "--upstream",
    expected,
    example,
  });
}
