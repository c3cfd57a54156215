import { startServer } from "../adapters/server.ts";
import type { Row } from "../report/format-pretty.ts";
import { type Caller, createDirectCaller, type Target } from "../run/caller.ts";
import { createClientCaller } from "../run/client-caller.ts";
import { type Credentials, credentialsFromEnvironment, DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { type CheckOptions, runCheck } from "../run/run-check.ts";
import { runMutants } from "../run/run-mutants.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { defaultBasePath } from "../sandbox/find-operation.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { TeachingError } from "../teaching-error.ts";
import { EXIT, exitCode } from "./exit-codes.ts";
import { findProvider, knownProviders, type Provider } from "./find-provider.ts";
import { type Output, writeReport } from "./write-report.ts";

export interface CheckCommand extends Output {
  readonly all?: boolean;
  readonly url?: string;
  readonly mock?: boolean;
  readonly param?: readonly string[];
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
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
  // All are found and loaded before the first is judged, so that a misspelt last one costs nothing.
  const providers = await Promise.all(chosen.map((name) => findProvider(name)));
  const rows: Row[] = [];
  let proved = true;
  for (const provider of providers) {
    if (signal.aborted) break;
    const result = await judge(provider, command, signal);
    rows.push(result.row);
    proved &&= result.proved;
  }
  await writeReport(rows, command);
  if (signal.aborted) return EXIT.interrupted;
  return exitCode(
    rows.map(({ report }) => report.verdicts),
    proved,
  );
}

async function judge(
  provider: Provider,
  command: CheckCommand,
  signal: AbortSignal,
): Promise<{ row: Row; proved: boolean }> {
  const started = performance.now();
  const { document } = provider;
  const { validators } = await loadValidators(document);
  const shared = { document, validators, timeout: command.timeout, fetch: globalThis.fetch, signal };
  const parameters = parseParameters(command.param);
  if (command.url !== undefined) {
    const target = { baseUrl: command.url, ...withCredentials(credentialsFromEnvironment()) };
    const call = await createCaller(provider, target);
    const targetKind = command.mock ? "mock" : "live";
    const { report, cases, proved } = await runCheck({
      ...shared,
      baseUrl: command.url,
      call,
      targetKind,
      parameters,
    });
    return {
      row: { report, cases, operations: document.operations.length, duration: performance.now() - started },
      proved,
    };
  }
  return onSandbox(provider, { ...shared, parameters }, command, started);
}

async function onSandbox(
  provider: Provider,
  shared: Omit<CheckOptions, "baseUrl" | "call" | "targetKind">,
  command: CheckCommand,
  started: number,
): Promise<{ row: Row; proved: boolean }> {
  const { document } = provider;
  const sandbox = createSandbox(document);
  const server = await startServer(sandbox);
  try {
    const baseUrl = `${server.origin}${defaultBasePath(document)}`;
    const call = await createCaller(provider, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS });
    const { report, cases, proved } = await runCheck({ ...shared, baseUrl, call, targetKind: "sandbox" });
    const mutants =
      command.reporter === "pretty" ? await runMutants({ ...shared, baseUrl, call }, sandbox) : [];
    const caught = mutants.filter(({ caughtBy }) => caughtBy.length > 0).length;
    const row = {
      report,
      cases,
      operations: document.operations.length,
      mutants: { caught, of: mutants.length },
    };
    return { row: { ...row, duration: performance.now() - started }, proved };
  } finally {
    await server.close();
  }
}

/** Calls through the client where the provider has one. */
export async function createCaller({ document, loadClient }: Provider, target: Target): Promise<Caller> {
  return loadClient
    ? createClientCaller(document, await loadClient(), target)
    : createDirectCaller(document, target);
}

function checkUsage(names: readonly string[], { url, all }: CheckCommand): void {
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
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw new TeachingError({
    what: `not a URL: ${url}`,
    where: "--url",
    expected: "an http or https URL",
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

function withCredentials(credentials: Credentials | undefined): Pick<Target, "credentials"> {
  return credentials ? { credentials } : {};
}
