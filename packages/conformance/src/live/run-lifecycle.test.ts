import { describe, expect, test } from "vitest";
import { documents } from "../../test/providers.ts";
import type { Document } from "../document/document.ts";
import { createDirectCaller } from "../run/caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { documentedLifecycles } from "../run/documented-lifecycles.ts";
import { type Answer, type Responder, sendTo } from "../sandbox/answer.ts";
import { type Clock, createVirtualClock } from "../sandbox/clock.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { findOperation } from "../sandbox/find-operation.ts";
import { lazyValidators } from "../schema/compile-validators.ts";
import { chooseLifecycle } from "./choose-lifecycle.ts";
import { runLifecycle } from "./run-lifecycle.ts";

const baseUrl = "http://sandbox.invalid";

/** Whoever sleeps lets the time pass. */
function hastyClock(): Clock {
  // Signatures are dated by the machine.
  const clock = createVirtualClock(Date.now());
  return { now: () => clock.now(), sleep: async (milliseconds) => clock.advance(milliseconds) };
}

interface Interference {
  readonly outcome?: "succeeded" | "failed" | "waiting";
  readonly poll?: (answer: Answer) => Answer;
  readonly signal?: AbortSignal;
}

async function follow(document: Document, start: string, { outcome, poll, signal }: Interference = {}) {
  const lifecycle = chooseLifecycle(document, start, [start]);
  const clock = hastyClock();
  const sandbox = await createSandbox({ documents: [document], clock });
  if (outcome) sandbox.rules.add({ operation: start, outcome, times: 1 });
  const respond: Responder = async (request) => {
    const answer = await sandbox.respond(request);
    const isPoll = findOperation(document, request).operation?.id === lifecycle.poll.id;
    return isPoll && poll ? poll(answer) : answer;
  };
  const { report, left } = await runLifecycle(
    {
      ...{ document, baseUrl, clock, deadline: 60_000, interval: 2000, timeout: 5000, targetKind: "live" },
      validators: lazyValidators(document),
      call: createDirectCaller(document, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS }),
      send: sendTo(respond),
      ...(signal && { signal }),
    },
    lifecycle,
  );
  const bad = report.checks
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ verdict, check }) => `${verdict} ${check}`);
  const outcomes = report.checks.filter((one) => one.case === "lifecycle").map(({ received }) => received);
  return { left, bad, outcome: outcomes[0], steps: report.cases?.map((one) => one.case) };
}

const starts = documents.flatMap((document) => {
  const some = documentedLifecycles(document).filter(({ endings }) => endings.includes("succeeded"));
  return [...new Set(some.map(({ start }) => start.id))].map((start) => ({ document, start }));
});

test.each(starts)("$start is followed to its end, and all checks pass", async ({ document, start }) => {
  const { left, bad, outcome, steps } = await follow(document, start);
  expect({ left, bad, outcome }).toEqual({
    left: false,
    bad: [],
    outcome: expect.stringMatching(/\(succeeded\)$/),
  });
  expect(steps?.slice(0, 2)).toEqual(["lifecycle start", "lifecycle poll 1"]);
});

describe("of one that", () => {
  const { document, start } = starts.at(-1) as (typeof starts)[number];
  const saying = (state: string) => (answer: Answer) => ({
    ...answer,
    body: String(answer.body).replace(/"(state|status)":"[^"]*"/, `"$1":"${state}"`),
  });

  test("fails, the contract is kept", async () => {
    const { left, bad, outcome } = await follow(document, start, { outcome: "failed" });
    expect({ left, bad, outcome }).toEqual({
      left: false,
      bad: [],
      outcome: expect.stringMatching(/\(failed\)$/),
    });
  });

  test("breaks its contract in between, each step is found out", async () => {
    const { bad } = await follow(document, start, { poll: (answer) => ({ ...answer, body: "{}" }) });
    expect(bad.length).toBeGreaterThan(0);
  });

  test("says a state that nobody documents, it is never taken for an end", async () => {
    const { left, outcome } = await follow(document, start, { poll: saying("never-documented") });
    expect([left, outcome]).toEqual([true, 'the deadline of 60000 ms passed: "never-documented" (unknown)']);
  });

  test("is refused while it is polled, it is left alone", async () => {
    const { steps, bad } = await follow(document, start, { poll: () => ({ status: 500, headers: {} }) });
    expect(steps).toEqual(["lifecycle start", "lifecycle poll 1"]);
    expect(bad).toContain("fail operation-status");
  });

  test("is interrupted, what is known by then is told", async () => {
    const stop = new AbortController();
    const poll = (answer: Answer) => {
      stop.abort();
      return saying("never-documented")(answer);
    };
    const { left, steps, outcome } = await follow(document, start, { poll, signal: stop.signal });
    expect([left, steps, outcome]).toEqual([
      true,
      ["lifecycle start", "lifecycle poll 1"],
      'interrupted: "never-documented" (unknown)',
    ]);
  });

  test("nobody allowed, nothing is sent", () => {
    expect(() => chooseLifecycle(document, start, [])).toThrow(
      `${start} changes something, and nobody allowed it`,
    );
  });
});
