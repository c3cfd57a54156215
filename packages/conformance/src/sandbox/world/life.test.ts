import { describe, expect, test } from "vitest";
import { ENDINGS, type Ending } from "./ending.ts";
import {
  answerWaiting,
  bend,
  createLife,
  isOver,
  type Life,
  passTime,
  progressOf,
  type State,
  stateOf,
  stepOn,
  turnTo,
} from "./life.ts";

const all = new Set<State>([
  "notStarted",
  "running",
  "waiting",
  "succeeded",
  "failed",
  "canceled",
  "expired",
]);
const lifeOf = (ending: Ending | undefined, possible: ReadonlySet<State> = all, seen = false): Life =>
  createLife("startJob", ending, possible, { seen, begun: false, now: 0 });

function statesOf(life: Life, steps = 7): State[] {
  const states: State[] = [];
  for (let step = 0; step < steps; step += 1) {
    stepOn(life, step);
    states.push(stateOf(life));
  }
  return states.filter((state, index) => state !== states[index - 1]);
}

describe("a life goes through its states", () => {
  test.each<{ ending?: Ending; possible?: State[]; want: State[] }>([
    { want: ["notStarted", "running", "succeeded"] },
    { ending: "failed", want: ["notStarted", "running", "failed"] },
    { ending: "canceled", want: ["notStarted", "running", "canceled"] },
    { ending: "waiting", want: ["notStarted", "running", "waiting"] },
    { ending: "expired", want: ["notStarted", "running", "expired"] },
    { ending: "canceled", possible: ["running", "succeeded", "failed"], want: ["running", "failed"] },
    { ending: "waiting", possible: ["running", "succeeded"], want: ["running", "succeeded"] },
    { ending: "expired", possible: ["running", "succeeded"], want: ["running", "succeeded"] },
    // What only prepares something rests where it waits.
    { possible: ["running", "waiting"], want: ["running", "waiting"] },
    { ending: "failed", possible: ["succeeded"], want: ["succeeded"] },
  ])("$ending of $possible", ({ ending, possible, want }) => {
    expect(statesOf(lifeOf(ending, possible && new Set(possible)))).toEqual(want);
  });
});

test.each(ENDINGS)("progress never falls on the way to %s, and is 100 only at a good end", (ending) => {
  const life = lifeOf(ending);
  let last = 0;
  for (let step = 0; step < 7; step += 1) {
    stepOn(life, step);
    expect(progressOf(life)).toBeGreaterThanOrEqual(last);
    last = progressOf(life);
  }
  expect(last === 100).toBe(["succeeded", "expired"].includes(ending));
});

test("time takes a step for each so many milliseconds, and none past what waits", () => {
  const life = lifeOf("waiting", all, true);
  passTime(life, { by: "time", step: 1000 }, 999);
  expect(life.step).toBe(0);
  passTime(life, { by: "time", step: 1000 }, 2500);
  expect([life.step, life.since]).toEqual([2, [0, 1000, 2000]]);
  passTime(life, { by: "time", step: 1000 }, 3_600_000);
  expect([stateOf(life), life.since.at(-1)]).toEqual(["waiting", 4000]);
});

describe("what becomes of a life that is bent", () => {
  test.each<{ steps: number; deed: (life: Life) => unknown; want: State[] }>([
    { steps: 2, deed: (life) => turnTo(life, "canceled", 9), want: ["canceled"] },
    { steps: 7, deed: (life) => turnTo(life, "canceled", 9), want: ["succeeded"] },
    { steps: 2, deed: (life) => bend(life, "failed", all, 9), want: ["failed"] },
    { steps: 1, deed: (life) => bend(life, "waiting", all, 9), want: ["running", "waiting"] },
    { steps: 7, deed: (life) => bend(life, "failed", all, 9), want: ["succeeded"] },
    { steps: 7, deed: (life) => bend(life, "expired", all, 9), want: ["expired"] },
  ])("$steps steps, then $deed: $want", ({ steps, deed, want }) => {
    const life = lifeOf("succeeded");
    for (let step = 0; step < steps; step += 1) stepOn(life, step);
    deed(life);
    expect(statesOf(life)).toEqual(want);
    expect(life.since.length).toBe(life.step + 1);
  });

  test.each<{ state: State; want: State[] }>([
    { state: "running", want: ["running", "succeeded"] },
    { state: "failed", want: ["failed"] },
    { state: "canceled", want: ["canceled"] },
  ])("what waits is answered with $state", ({ state, want }) => {
    const life = lifeOf("waiting");
    expect(answerWaiting(life, state, all, 1)).toBe(false);
    for (let step = 0; step < 7; step += 1) stepOn(life, step);
    expect(isOver(life)).toBe(false);
    expect(answerWaiting(life, state, all, 9)).toBe(true);
    expect([stateOf(life), ...statesOf(life)].filter((one, index, told) => one !== told[index - 1])).toEqual(
      want,
    );
  });
});
