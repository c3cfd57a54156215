import { createCases, mainCase } from "../cases/create-cases.ts";
import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { Operation } from "../document/document.ts";
import type { CheckOptions, CheckResult } from "../run/check-options.ts";
import { linkArguments } from "../run/link-arguments.ts";
import { reportRun } from "../run/report-run.ts";
import type { CaseRun } from "../run/run-case.ts";
import { type Told, tellCase } from "../run/tell-case.ts";
import { type Clock, systemClock } from "../sandbox/clock.ts";
import type { LiveLifecycle } from "./choose-lifecycle.ts";
import { bodyOf, evaluated, isAnswered, isKnown, isRefused } from "./evaluated.ts";
import { isEnding, lifecycleOutcome } from "./lifecycle-outcome.ts";
import { readState, type State } from "./read-state.ts";
import { retryHint } from "./retry-hint.ts";

export interface LifecycleOptions extends CheckOptions {
  /** How long it may take until it ends, in milliseconds. */
  readonly deadline: number;
  /** How long is waited between two polls, in milliseconds, where the service names no time. */
  readonly interval: number;
  readonly clock?: Clock;
}

/** What a lifecycle showed; also of one that was left before its end. */
export interface LifecycleResult extends CheckResult {
  /** Whether it was left, at its deadline or by the signal. */
  readonly left: boolean;
}

/**
 * Starts something, polls it until it ends, and reads what can be read of it then, as the links of the document say. All
 * checks judge each step.
 */
export async function runLifecycle(
  options: LifecycleOptions,
  lifecycle: LiveLifecycle,
): Promise<LifecycleResult> {
  const { document, parameters = {}, clock = systemClock, deadline, signal } = options;
  const { startedAt = new Date().toISOString() } = options;
  const until = clock.now() + deadline;
  const steps: Told[] = [];
  const states: State[] = [];
  let isHeldBack = false;

  const start = await ask(stepOf(lifecycle.start, "start", caseOf(lifecycle.start).arguments));
  const polled = start && isAnswered(start) ? await poll(start) : undefined;
  if (polled) await readOn(polled, start as CaseRun);
  const cut = whyCut(polled === undefined);
  if (start && isAnswered(start)) {
    steps.push({ entries: [lifecycleOutcome(lifecycle.poll, states, cut)], proved: false });
  }
  const left = cut !== undefined;
  const report = reportRun(options, steps, { startedAt, isCut: left });
  return { report, cases: report.cases?.length ?? 0, proved: report.run.proved, left };

  /** The last poll; `undefined` where it did not come to its end. */
  async function poll(from: CaseRun): Promise<CaseRun | undefined> {
    const { follow, poll: operation } = lifecycle;
    const args = linkArguments(document, follow, evaluated(from), "required");
    let wait = hintOf(from);
    for (let count = 1; ; count += 1) {
      const step = stepOf(operation, `poll ${count}`, args, true);
      await rest(step, wait);
      if (signal?.aborted || isLate()) return undefined;
      const run = await ask(step);
      // What was not sent, or was refused, tells nothing more if it is asked again.
      isHeldBack = !run || options.explain?.(run) !== undefined;
      if (!run || isHeldBack || isRefused(run)) return undefined;
      if (isEnding(learnState(run))) return run;
      wait = hintOf(run);
    }
  }

  async function rest(step: TestCase, wait: number): Promise<void> {
    // For what an earlier sitting was told, nobody waits again.
    if (options.recorded?.(step) !== undefined) return;
    await clock.sleep(Math.max(0, Math.min(wait, until - clock.now())), signal);
  }

  function whyCut(isUnfinished: boolean): string | undefined {
    if (signal?.aborted) return "interrupted";
    if (isUnfinished && isHeldBack) return "not asked any more";
    return isUnfinished && isLate() ? `the deadline of ${deadline} ms passed` : undefined;
  }

  async function readOn(polled: CaseRun, start: CaseRun): Promise<void> {
    for (const link of lifecycle.onward) {
      if (signal?.aborted) return;
      const from = link.source === lifecycle.start ? start : polled;
      if (isKnown(link, from)) {
        const args = linkArguments(document, link, evaluated(from), "required");
        await ask(stepOf(link.target, `then ${link.target.id}`, args));
      }
    }
  }

  function stepOf(operation: Operation, step: string, args: Arguments, isPoll = false): TestCase {
    const main = caseOf(operation);
    // Of what goes on, less can be said than the document shows of what has ended.
    return { ...main, name: `lifecycle ${step}`, arguments: args, ...(isPoll && { sample: {} }) };
  }

  async function ask(testCase: TestCase): Promise<CaseRun | undefined> {
    options.onCase?.(testCase, steps.length, steps.length + 1);
    const told = await tellCase(options, options, testCase);
    steps.push(told);
    return told.run;
  }

  function caseOf(operation: Operation): TestCase {
    const main = mainCase(createCases(document, parameters, "required"), operation);
    if (!main) throw new Error(`${operation.id} documents no answer`);
    const authenticated = main.authenticated && (options.authenticated ?? true);
    return { ...main, authenticated };
  }

  function learnState(run: CaseRun): State {
    const state = stateOf(run);
    if (states.length === 0 || state.value !== states.at(-1)?.value) states.push(state);
    return state;
  }

  function stateOf(run: CaseRun): State {
    const { response } = run.exchange;
    if (!response) return states.at(-1) ?? { state: "unknown" };
    return readState(document, lifecycle.poll, response.status, bodyOf(run), lifecycle.follow.values);
  }

  function hintOf({ exchange: { response } }: CaseRun): number {
    return (response && retryHint(document, response, clock.now())) ?? options.interval;
  }

  function isLate(): boolean {
    return clock.now() >= until;
  }
}
