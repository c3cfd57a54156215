import { createCases, mainCase } from "../cases/create-cases.ts";
import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import type { Json } from "../document/json.ts";
import type { ReportEntry, Verdict } from "../report/report.ts";
import type { CheckOptions, CheckResult } from "../run/check-options.ts";
import { linkArguments } from "../run/link-arguments.ts";
import { reportRun } from "../run/report-run.ts";
import type { CaseRun } from "../run/run-case.ts";
import { type Told, tellCase } from "../run/tell-case.ts";
import { type Clock, systemClock } from "../sandbox/clock.ts";
import type { Link } from "../sandbox/world/links.ts";
import type { Evaluated } from "../sandbox/world/runtime-expression.ts";
import type { LiveLifecycle } from "./choose-lifecycle.ts";
import { isFinal, readState, type State } from "./read-state.ts";
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
  const last = states.at(-1);
  const isOver = last !== undefined && (isFinal(last) || last.state === "waiting");
  const left = signal?.aborted === true || (polled === undefined && (isLate() || isHeldBack));
  if (start && isAnswered(start)) steps.push({ entries: [outcome(isOver)], proved: false });
  const report = reportRun(options, steps, { startedAt, isCut: left });
  return { report, cases: report.cases?.length ?? 0, proved: report.run.proved, left };

  /** The last poll; `undefined` where it did not come to its end. */
  async function poll(from: CaseRun): Promise<CaseRun | undefined> {
    const { follow, poll: operation } = lifecycle;
    const args = linkArguments(document, follow, evaluated(from), "required");
    let wait = hintOf(from);
    for (let count = 1; ; count += 1) {
      const step = stepOf(operation, `poll ${count}`, args, true);
      // For what an earlier sitting was told, nobody waits again.
      const isKnown = options.recorded?.(step) !== undefined;
      if (!isKnown) await clock.sleep(Math.max(0, Math.min(wait, until - clock.now())), signal);
      if (signal?.aborted || isLate()) return undefined;
      const run = await ask(step);
      // What was not sent, or was refused, tells nothing more if it is asked again.
      const isOver = !run || options.explain?.(run) !== undefined;
      isHeldBack = isOver;
      if (isOver || (run.exchange.response && !isAnswered(run))) return undefined;
      const state = stateOf(run);
      if (state.value !== states.at(-1)?.value || states.length === 0) states.push(state);
      if (isFinal(state) || state.state === "waiting") return run;
      wait = hintOf(run);
    }
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

  function outcome(isOver: boolean): ReportEntry {
    const way = states
      .map(({ value, state }) => `${JSON.stringify(value) ?? "nothing"} (${state})`)
      .join(", ");
    const seen = way === "" ? "no status" : way;
    const verdict: Verdict = isOver && last && isFinal(last) ? "pass" : left || isOver ? "skip" : "fail";
    const why = signal?.aborted
      ? "interrupted"
      : isHeldBack
        ? "not asked any more"
        : left
          ? `the deadline of ${deadline} ms passed`
          : undefined;
    const waits = isOver && verdict === "skip" ? "it waits for a person" : undefined;
    const received = [why ?? waits, seen].filter((text) => text !== undefined).join(": ");
    const expected = "a final state, by way of the documented ones";
    const { id } = lifecycle.poll;
    return {
      check: "operation-status",
      operation: id,
      case: "lifecycle",
      verdict,
      expected,
      received,
      curl: "",
    };
  }

  function caseOf(operation: Operation): TestCase {
    const main = mainCase(createCases(document, parameters), operation);
    if (!main) throw new Error(`${operation.id} documents no answer`);
    return { ...main, authenticated: main.authenticated && (options.authenticated ?? true) };
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

function isAnswered({ exchange: { response } }: CaseRun): boolean {
  return response !== undefined && isSuccess(response.status);
}

/** Whether an answer holds what a link takes out of it. */
function isKnown({ target, parameters, bound }: Link, from: CaseRun): boolean {
  const needed = target.parameters.filter(({ required, name }) => required && parameters[name] !== undefined);
  const taken = bound.filter(({ name }) => needed.some((one) => one.name === name));
  const args = linkArguments(
    from.input.document,
    { target, parameters, body: undefined },
    evaluated(from),
    "required",
  );
  return taken.every(({ name }) =>
    [args.path, args.query, args.header].some((place) => place[name] !== undefined),
  );
}

function evaluated(run: CaseRun): Evaluated {
  const { arguments: args } = run.testCase;
  const headers = Object.fromEntries(run.exchange.response?.headers ?? []);
  return { ...args, body: args.body?.value, response: { headers, body: bodyOf(run) } };
}

function bodyOf({ exchange: { response } }: CaseRun): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(response?.body)) as Json;
  } catch {
    return undefined;
  }
}
