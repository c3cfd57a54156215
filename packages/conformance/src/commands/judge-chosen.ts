import type { Credentials } from "../authentication/credentials.ts";
import { liveSettings } from "../live/live-settings.ts";
import type { LoadedConfig } from "../live/load-config.ts";
import type { Output } from "../report/choose-outputs.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { createTape, type Tape } from "../traffic/create-tape.ts";
import type { CheckCommand } from "./check.ts";
import { parseParameters } from "./check-usage.ts";
import type { Provider } from "./find-provider.ts";
import type { JudgedLive } from "./judge-live.ts";
import type { JudgedProvider } from "./judge-provider.ts";
import { showPlan } from "./show-plan.ts";

/** What a command line says of every provider that it names. */
export interface Choice {
  readonly command: CheckCommand;
  readonly loaded: LoadedConfig;
  /** The service to judge; without it, the embedded sandbox is. */
  readonly url?: string;
  readonly outputs: readonly Output[];
  readonly signal: AbortSignal;
}

export interface JudgedChosen extends JudgedProvider {
  /** Those that were sent, which no report may show. */
  readonly credentials: readonly Credentials[];
  /** Whether it was left before its end. */
  readonly left?: boolean;
}

/** In milliseconds. */
const TIMEOUT = 10_000;

/**
 * Judges one provider where the command line says, and writes the cassette of it.
 *
 * @returns `undefined` where it was only to be said what would be sent
 * @throws TeachingError when the cassette cannot be written.
 */
export async function judgeChosen(
  provider: Provider,
  choice: Choice,
  onCase: NonNullable<CheckOptions["onCase"]>,
): Promise<JudgedChosen | undefined> {
  const { url } = choice;
  const tape = tapeOf(provider, choice);
  const onRun: CheckOptions["onRun"] = (entries, run, duration) =>
    tape?.keep({ entries, ...(run && { run }), ...(duration !== undefined && { duration }) });
  try {
    const judged = await judge(provider, choice, { onCase, ...(tape && { onRun, tape }) });
    if (judged === undefined) return undefined;
    const { row, proved, sent } = judged;
    await tape?.finish({ ...row, proved, ...(sent !== undefined && { sent }) });
    const tokens = judged.tokens?.map((token) => ({ token })) ?? [];
    return { ...judged, credentials: url === undefined ? [DEVELOPMENT_CREDENTIALS] : tokens };
  } finally {
    await tape?.close();
  }
}

function tapeOf({ document, errata }: Provider, { command, url }: Choice): Tape | undefined {
  const { cassette, mock, resume = false } = command;
  if (cassette === undefined) return undefined;
  return createTape({
    ...{ path: cassette, document, errata, resume },
    kind: url === undefined ? "sandbox" : mock ? "mock" : "live",
    credentials: url === undefined ? [DEVELOPMENT_CREDENTIALS] : [],
    loadValidators: () => loadValidators(document),
  });
}

async function judge(
  provider: Provider,
  { command, loaded, url, outputs, signal }: Choice,
  watching: Pick<CheckOptions, "onCase" | "onRun"> & { readonly tape?: Tape },
): Promise<(JudgedProvider & Partial<JudgedLive>) | undefined> {
  const { as, mock, shard, tenant } = command;
  const timeout = command.timeout ?? loaded.config.timeout ?? TIMEOUT;
  const parameters = parseParameters(command.param);
  const part = { ...(shard && { shard }), ...(tenant !== undefined && { tenant }) };
  const shared = { timeout, signal, ...watching, ...part };
  if (url === undefined || mock) {
    const withMutants = outputs.some(({ reporter }) => reporter === "pretty");
    const target = { ...(url !== undefined && { url }), ...(mock !== undefined && { mock }) };
    const strangers = command.allowUnknownMembers ? "admitted" : "refused";
    const { judgeProvider } = await import("./judge-provider.ts");
    return judgeProvider(provider, { ...shared, ...target, as, parameters, withMutants, strangers });
  }
  const settings = liveSettings(command, loaded, parameters);
  const { judgeLive } = await import("./judge-live.ts");
  return judgeLive(provider, {
    ...shared,
    baseUrl: url,
    settings,
    command,
    onPlan: (plan) => showPlan(plan, settings.tls.insecure === true, command),
  });
}
