import { chooseLifecycle, type LiveLifecycle } from "../live/choose-lifecycle.ts";
import { createLiveBench, type LiveBench } from "../live/create-live-bench.ts";
import { createLivePlan, type LivePlan } from "../live/live-plan.ts";
import { checkNames } from "../live/live-settings.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { planCases } from "../run/plan-cases.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { Resumed } from "../traffic/resume-run.ts";
import type { Provider } from "./find-provider.ts";
import type { JudgeLiveOptions } from "./judge-live.ts";
import { prepareProvider } from "./prepare-provider.ts";

/** All that is known of a live run before anything is sent. */
export interface PreparedLive {
  readonly live: LiveBench;
  /** Which cases there are. */
  readonly planning: Pick<
    CheckOptions,
    | "targetKind"
    | "parameters"
    | "authenticated"
    | "signs"
    | "allowWrites"
    | "negatives"
    | "obstacles"
    | "shard"
  >;
  /** What is played instead of cases. */
  readonly lifecycle: LiveLifecycle | undefined;
  /** What an earlier sitting left of it. */
  readonly resumed: Resumed | undefined;
  readonly plan: LivePlan;
  readonly validators: () => Promise<Validators>;
}

/**
 * Prepares a live run; nothing is sent by that.
 *
 * @throws TeachingError when an option names what the document has not, or the cassette is of another run.
 */
export async function prepareLive(provider: Provider, options: JudgeLiveOptions): Promise<PreparedLive> {
  const { document } = provider;
  const { baseUrl, settings, command, signal, shard, tenant } = options;
  const { limits, allowWrites, negatives, parameters } = settings;
  checkNames(document, allowWrites);
  const lifecycle =
    command.lifecycle === undefined ? undefined : chooseLifecycle(document, command.lifecycle, allowWrites);
  const module = command.client === false ? undefined : await provider.loadClient?.();
  const live = createLiveBench({ document, baseUrl, limits, allowWrites, signal, ...(module && { module }) });
  const prepare = () =>
    prepareProvider(
      provider,
      { answers: false, parameters },
      command.allowUnknownMembers ? "admitted" : "refused",
    );
  // Where there is a client, there are no obstacles, and what is said below needs no validators.
  const known = provider.loadClient ? undefined : await prepare();
  const { authenticated, signs } = live;
  const planning = {
    targetKind: "live",
    ...{ parameters, authenticated, signs, allowWrites, negatives },
    ...(known && { obstacles: known.obstacles }),
    ...(shard && { shard }),
  } as const;
  const cases = lifecycle ? [] : planCases(document, planning);
  const path = lifecycle && namesOf(lifecycle);
  const resumed = await options.tape?.resume(baseUrl, {
    cases,
    by: { parameters, lifecycle: path ?? [], tenant: tenant ?? "", client: module !== undefined },
  });
  const plan = createLivePlan({
    ...{ document, baseUrl, limits, credentials: live.by },
    cases: cases.filter(({ testCase }) => !resumed?.recorded(testCase)),
    ...(path && { lifecycle: path }),
    ...(resumed && { resumed: { sent: resumed.sent, cases: resumed.count } }),
  });
  const validators = async () => (known ?? (await prepare())).validators;
  return { live, planning, lifecycle, resumed, plan, validators };
}

function namesOf({ start, poll, onward }: LiveLifecycle): string[] {
  return [start.id, poll.id, ...onward.map(({ target }) => target.id)];
}
