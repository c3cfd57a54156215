import { readCredential } from "../authentication/read-credential.ts";
import type { Document } from "../document/document.ts";
import { createTransport } from "../live/create-transport.ts";
import type { LivePlan } from "../live/live-plan.ts";
import type { LiveCommand, LiveSettings } from "../live/live-settings.ts";
import { runLifecycle } from "../live/run-lifecycle.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { runCheck } from "../run/run-check.ts";
import type { Strangers } from "../schema/compile-validators.ts";
import type { Resumed } from "../traffic/resume-run.ts";
import type { Send } from "../wire/send.ts";
import type { Provider } from "./find-provider.ts";
import type { JudgedProvider, WatchedRun } from "./judge-provider.ts";
import { prepareLive } from "./prepare-live.ts";

/** How a live service is judged. */
export interface JudgeLiveOptions extends WatchedRun {
  readonly baseUrl: string;
  readonly settings: LiveSettings;
  readonly command: LiveCommand;
  /** Told what is going to be sent, before anything is. */
  readonly onPlan: (plan: LivePlan) => void;
}

export interface JudgedLive extends JudgedProvider {
  /** The tokens that were sent, which no report may show. */
  readonly tokens: readonly string[];
  /** Whether it was left before its end. */
  readonly left: boolean;
  /** How many requests it took, with those of earlier sittings. */
  readonly sent: number;
}

/**
 * Judges a live service, through the client of the provider if there is one.
 *
 * @returns `undefined` where it was only to be said what would be sent
 */
export async function judgeLive(
  provider: Provider,
  options: JudgeLiveOptions,
): Promise<JudgedLive | undefined> {
  const started = performance.now();
  const { document, errata } = provider;
  const { baseUrl, settings, command, signal, timeout } = options;
  const prepared = await prepareLive(provider, options);
  const { live, planning, lifecycle, resumed } = prepared;
  options.onPlan(prepared.plan);
  if (command.dryRun) return undefined;
  const validators = await prepared.validators();
  const recorder = await options.tape?.record(baseUrl);
  if (recorder) live.begin({ sent: resumed?.sent ?? 0, onSend: recorder.send });
  const transport = await createTransport(settings.tls);
  const tokens = new Set<string>();
  const learn = (token: string) => {
    tokens.add(token);
    recorder?.learn(token);
  };
  try {
    const shared = { ...planning, ...live, document, validators, errata, baseUrl, timeout, signal };
    const send = learning(document, transport.send, learn);
    const taped = { ...(recorder && { onTold: recorder.add }), ...(resumed && resumedOf(resumed)) };
    const strangers: Strangers = command.allowUnknownMembers ? "admitted" : "refused";
    const check = { ...shared, send, ...watchedBy(options), ...taped, strangers };
    const { deadline, interval } = command;
    const result = lifecycle
      ? await runLifecycle({ ...check, deadline, interval }, lifecycle)
      : { ...(await runCheck(check)), left: signal.aborted };
    const { report, proved, left } = result;
    const operations = document.operations.length;
    const row = { report, cases: result.cases, operations, duration: performance.now() - started };
    return { row, proved, left, tokens: [...tokens], sent: live.sent() };
  } finally {
    await transport.close();
  }
}

function watchedBy({
  onCase,
  onRun,
  tenant,
}: JudgeLiveOptions): Pick<CheckOptions, "onCase" | "onRun" | "tenant"> {
  return { ...(onCase && { onCase }), ...(onRun && { onRun }), ...(tenant !== undefined && { tenant }) };
}

function resumedOf({ recorded, startedAt }: Resumed): Pick<CheckOptions, "recorded" | "startedAt"> {
  return { recorded, startedAt };
}

/** Learns the tokens that requests bear: those of a login stand nowhere else. */
function learning({ securitySchemes }: Document, send: Send, learn: (token: string) => void): Send {
  return async (request) => {
    for (const scheme of Object.values(securitySchemes)) {
      // A signature is good once.
      const isToken = scheme.type !== "other" && !(scheme.type === "http" && scheme.signature);
      const token = isToken ? readCredential(scheme, request) : undefined;
      if (token !== undefined) learn(token);
    }
    return send(request);
  };
}
