import { startServer } from "../adapters/server.ts";
import { createAuthority } from "../authentication/authority.ts";
import { sendOverNode } from "../live/send-over-node.ts";
import type { Row } from "../report/row.ts";
import { type Caller, createDirectCaller, type Target } from "../run/caller.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { createClientCaller } from "../run/client-caller.ts";
import { credentialsFromEnvironment, DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { withoutObstacles } from "../run/find-obstacles.ts";
import { runCheck } from "../run/run-check.ts";
import { runMutants } from "../run/run-mutants.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { defaultBasePath } from "../sandbox/find-operation.ts";
import type { Strangers } from "../schema/compile-validators.ts";
import type { Tape } from "../traffic/create-tape.ts";
import type { Provider } from "./find-provider.ts";
import { prepareProvider } from "./prepare-provider.ts";

/** What any run may be told, wherever the service is. */
export interface WatchedRun {
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Only this part of the cases, and no mutants. */
  readonly shard?: CheckOptions["shard"];
  /** Whose service it is. */
  readonly tenant?: string;
  /** Told before each case. */
  readonly onCase?: CheckOptions["onCase"];
  /** Handed each case when it is over, in the order of the report. */
  readonly onRun?: CheckOptions["onRun"];
  /** Where the run is recorded. */
  readonly tape?: Tape;
}

/** How a provider is judged. */
export interface JudgeOptions extends WatchedRun {
  /** The service to judge; without it, the embedded sandbox is. */
  readonly url?: string;
  /** Whether the service is a mock that gives any documented answer on request. */
  readonly mock?: boolean;
  /** What the embedded sandbox speaks. */
  readonly as: "documented" | "observed";
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the embedded sandbox is also broken in every way that applies. */
  readonly withMutants: boolean;
  /** Whether undocumented members are a deviation; by default they are. */
  readonly strangers?: Strangers;
}

export interface JudgedProvider {
  readonly row: Row;
  /** Whether anything was proved at all. */
  readonly proved: boolean;
}

/** Judges one provider, through its client if it has one. */
export async function judgeProvider(provider: Provider, options: JudgeOptions): Promise<JudgedProvider> {
  const started = performance.now();
  const { document, errata } = provider;
  const { parameters, timeout, signal, onCase, onRun, shard, tenant, strangers } = options;
  const samples = { answers: options.url === undefined, parameters };
  const { validators, obstacles } = await prepareProvider(provider, samples, strangers);
  const labels = { ...(tenant !== undefined && { tenant }), ...(strangers && { strangers }) };
  const part = { ...(shard && { shard }), ...labels };
  const watched = { signal, ...(onCase && { onCase }), ...(onRun && { onRun }), ...part };
  const judging = { document, validators, errata, obstacles, parameters, timeout };
  const transport = sendOverNode();
  const shared = { ...judging, ...watched, send: transport.send };
  try {
    const { row, proved } =
      options.url === undefined
        ? await judgeSandbox(provider, shared, options)
        : await judgeService(provider, shared, options.url, options);
    const operations = document.operations.length;
    return { row: { ...row, operations, duration: performance.now() - started }, proved };
  } finally {
    await transport.close();
  }
}

type Shared = Omit<CheckOptions, "baseUrl" | "call" | "targetKind">;
type Judged = { readonly row: Omit<Row, "operations" | "duration">; readonly proved: boolean };

async function judgeService(
  provider: Provider,
  shared: Shared,
  baseUrl: string,
  { mock, tape }: JudgeOptions,
): Promise<Judged> {
  const targetKind = mock ? "mock" : "live";
  const credentials = credentialsFromEnvironment(provider.document);
  const call = await createCaller(provider, { baseUrl, ...(credentials && { credentials }) });
  const authenticated = credentials !== undefined;
  const authority = credentials && createAuthority(credentials);
  const bench = { ...shared, baseUrl, call, ...(authority && { authority }) };
  const { report, cases, proved } = await runCheck({
    ...bench,
    ...(await tapedOn(tape, baseUrl)),
    ...{ targetKind, authenticated },
  });
  return { row: { report, cases }, proved };
}

async function judgeSandbox(
  provider: Provider,
  shared: Shared,
  { as, withMutants, signal, tape }: JudgeOptions,
): Promise<Judged> {
  const { document, errata } = provider;
  const asked = as === "observed" ? await errata.observed() : document;
  const { respond } = await createSandbox({ documents: [withoutObstacles(asked, shared.obstacles)] });
  const server = await startServer(respond);
  try {
    const baseUrl = `${server.origin}${defaultBasePath(document)}`;
    const authority = createAuthority(DEVELOPMENT_CREDENTIALS);
    const call = await createCaller(provider, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS });
    const bench = { ...shared, baseUrl, call, authority };
    const taped = await tapedOn(tape, baseUrl);
    const { report, cases, proved } = await runCheck({ ...bench, ...taped, asked, targetKind: "sandbox" });
    if (!withMutants || shared.shard || as === "observed") return { row: { report, cases }, proved };
    const sound = withoutObstacles(document, shared.obstacles);
    const runs = await runMutants({ ...bench, document: sound }, respond, undefined, signal);
    // Some of them prove nothing.
    if (signal?.aborted) return { row: { report, cases }, proved };
    const survivors = runs.filter(({ caughtBy }) => caughtBy.length === 0);
    const mutants = { caught: runs.length - survivors.length, of: runs.length, survivors };
    return { row: { report, cases, mutants }, proved };
  } finally {
    await server.close();
  }
}

async function tapedOn(tape: Tape | undefined, baseUrl: string): Promise<Pick<CheckOptions, "onTold">> {
  const recorder = await tape?.record(baseUrl);
  return recorder ? { onTold: recorder.add } : {};
}

/** Calls through the client where the provider has one. */
export async function createCaller({ document, loadClient }: Provider, target: Target): Promise<Caller> {
  return loadClient
    ? createClientCaller(document, await loadClient(), target)
    : createDirectCaller(document, target);
}
