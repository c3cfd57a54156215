import type { Ending, Pace } from "./ending.ts";

/** Where an execution is. `expired`: it can no longer be asked for. */
export type State = "notStarted" | "running" | "waiting" | "succeeded" | "failed" | "canceled" | "expired";

/** How an execution goes: the states ahead of it, and how far it is. JSON. */
export interface Life {
  /** The operation that set it going. */
  readonly start: string;
  plan: readonly State[];
  /** Index of the state that it is in; -1 before the first was seen. */
  step: number;
  /** When each state began, in milliseconds since the epoch. */
  readonly since: number[];
}

const STEPS_OF_WORK = 3;
const FINAL: readonly State[] = ["succeeded", "failed", "canceled", "expired"];

/**
 * The life of what is started now.
 *
 * @param possible the states that the answers document
 * @param seen whether the answer to the start shows the first of them already
 */
export function createLife(
  start: string,
  ending: Ending | undefined,
  possible: ReadonlySet<State>,
  { seen, begun, now }: { seen: boolean; begun: boolean; now: number },
): Life {
  const before: State[] = possible.has("notStarted") && !begun ? ["notStarted"] : [];
  const work = possible.has("running") ? Array<State>(STEPS_OF_WORK).fill("running") : [];
  const plan = [...before, ...work, attainable(ending ?? "succeeded", possible)];
  return { start, plan, step: seen ? 0 : -1, since: seen ? [now] : [] };
}

/** The ending that comes closest among the states that can be told. */
export function attainable(ending: Ending, possible: ReadonlySet<State>): State {
  const next: Record<Ending, readonly State[]> = {
    succeeded: ["succeeded", "waiting", "failed"],
    failed: ["failed", "canceled", "succeeded"],
    canceled: ["canceled", "failed", "succeeded"],
    waiting: ["waiting", "succeeded"],
    expired: ["expired", "succeeded"],
  };
  return (next[ending] ?? next.succeeded).find((state) => possible.has(state)) ?? "succeeded";
}

/** One step on, if it does not wait for a person and is not over. */
export function stepOn(life: Life, now: number): void {
  if (life.step + 1 >= life.plan.length || stateOf(life) === "waiting") return;
  life.step += 1;
  life.since[life.step] = now;
}

/** The steps that time has taken it, one for each so many milliseconds. */
export function passTime(life: Life, pace: Pace, now: number): void {
  if (pace.by !== "time") return;
  for (;;) {
    const since = life.since[life.step] ?? now;
    const before = life.step;
    if (pace.step > 0 && now - since < pace.step) return;
    stepOn(life, Math.min(now, since + pace.step));
    if (life.step === before) return;
  }
}

/** Goes over into a state at once; what is over stays so. Whether it did. */
export function turnTo(life: Life, state: State, now: number): boolean {
  if (isOver(life)) return false;
  life.plan = [...life.plan.slice(0, life.step + 1), state];
  stepTo(life, now);
  return true;
}

/** A person has answered: it goes on, or over into a state. Whether it had waited. */
export function answerWaiting(life: Life, state: State, possible: ReadonlySet<State>, now: number): boolean {
  if (stateOf(life) !== "waiting") return false;
  const on: State[] =
    state === "running" ? [...(possible.has("running") ? [state] : []), "succeeded"] : [state];
  life.plan = [...life.plan.slice(0, life.step + 1), ...on];
  stepTo(life, now);
  return true;
}

/** Bends what is to come; what is over can only expire. */
export function bend(life: Life, ending: Ending, possible: ReadonlySet<State>, now: number): void {
  const target = attainable(ending, possible);
  if (isOver(life) && target !== "expired") return;
  const been = life.plan.slice(0, life.step + 1);
  if (been.at(-1) === target) return;
  const work: State[] = possible.has("running") && !been.includes("running") ? ["running"] : [];
  life.plan = [...been, ...work, target];
  if (been.at(-1) === "waiting" || isOver(life)) stepTo(life, now);
}

export function stateOf({ plan, step }: Life): State {
  return plan[Math.max(0, step)] ?? "succeeded";
}

export function isOver(life: Life): boolean {
  return life.step >= 0 && FINAL.includes(stateOf(life));
}

/** How far it is, in percent: it never falls. */
export function progressOf(life: Life): number {
  const state = stateOf(life);
  if (state === "succeeded" || state === "expired") return 100;
  if (life.step < 0) return 0;
  const steps = life.plan.filter((one) => one === "running").length;
  const taken = life.plan.slice(0, life.step + 1).filter((one) => one === "running").length;
  return Math.round((100 * Math.max(0, taken - 1)) / Math.max(1, steps));
}

function stepTo(life: Life, now: number): void {
  life.step += 1;
  life.since[life.step] = now;
}
