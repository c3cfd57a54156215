import { describe, expect, it } from "vitest";
import {
  type Answer,
  answer,
  answers,
  broken,
  connectTo,
  fine,
  getJob,
  reset,
  slow,
  unavailable,
} from "../test/attempts.ts";
import { listen } from "../test/listen.ts";
import type { JobsClient } from "../test/paths.ts";
import { operations as plainOperations, service as plainService } from "../test/service.ts";
import { bearer, call, createClient, type Hooks } from "./index.ts";

const job = { jobId: "j1" };

const known = { operation: "getJob", method: "GET", url: "https://jobs.example.com/jobs/j1" };

describe("hooks", () => {
  it("hear all that a call does, in order", async () => {
    const { told, hooks } = listen();
    const named = answer(503, {}, { "x-request-id": "r1", "retry-after": "2" });
    const steps = [slow(100, named), slow(50, reset), slow(70, answer(200, {}, { "x-request-id": "r3" }))];
    const { connection } = connectTo(steps as [Answer], { hooks });
    await call(connection, getJob, job);

    const delay = expect.any(Number);
    const first = { ...known, call: expect.any(Object), attempt: 1 };
    const second = { ...first, attempt: 2 };
    const third = { ...first, attempt: 3 };
    expect(told).toEqual([
      { hook: "request", ...first },
      { hook: "response", ...first, status: 503, requestId: "r1", duration: 100 },
      { hook: "retry", ...first, status: 503, requestId: "r1", duration: 100, delay },
      { hook: "request", ...second },
      { hook: "response", ...second, failure: "connection", duration: expect.closeTo(50) },
      { hook: "retry", ...second, failure: "connection", duration: expect.closeTo(50), delay },
      { hook: "request", ...third },
      { hook: "response", ...third, status: 200, requestId: "r3", duration: expect.closeTo(70) },
    ]);
    expect(told[2]?.delay).toBeGreaterThanOrEqual(2_000);
    expect(new Set(told.map((event) => event.call)).size).toBe(1);
  });

  it.each([
    { given: "a success", steps: [fine], want: ["request", "response 200"] },
    { given: "a refusal", steps: [answer(404)], want: ["request", "response 404"] },
    {
      given: "a call that is late",
      steps: [slow(99_999, fine), fine],
      want: ["request", "response timeout", "retry timeout", "request", "response 200"],
    },
    {
      given: "half an answer",
      steps: [broken, fine],
      want: ["request", "response 200", "retry 200", "request", "response 200"],
    },
    {
      given: "a token that was refused",
      steps: [answer(401), fine],
      want: ["request", "response 401", "retry 401", "request", "response 200"],
    },
    {
      given: "a call that was given up",
      steps: [unavailable],
      want: [..."12"]
        .flatMap(() => ["request", "response 503", "retry 503"])
        .concat("request", "response 503"),
    },
  ])("hear of $given: $want", async ({ steps, want }) => {
    const { told, hooks } = listen();
    let asked = 0;
    const { connection } = connectTo(steps as [Answer], { hooks, auth: bearer(() => `t${++asked}`) });
    await call(connection, getJob, job);
    expect(told.map(({ hook, status, failure }) => `${hook} ${status ?? failure ?? ""}`.trim())).toEqual(
      want,
    );
    expect(told.map(({ attempt }) => attempt)).toEqual(
      told.map((_, index) => told.slice(0, index + 1).filter(({ hook }) => hook === "request").length),
    );
  });

  it("tell one call from another, also of the same operation at the same time", async () => {
    const { told, hooks } = listen();
    const { connection } = connectTo([fine], { hooks });
    await Promise.all([call(connection, getJob, job), call(connection, getJob, job)]);
    expect(told).toHaveLength(4);
    expect(new Set(told.map((event) => event.call)).size).toBe(2);
  });

  it("hear of an attempt that is aborted", async () => {
    const { told, hooks } = listen();
    const controller = new AbortController();
    const aborting: Answer = async (_, clock) => {
      await clock.sleep(30);
      controller.abort("enough");
      return new Promise(() => {});
    };
    const { connection } = connectTo([aborting], { hooks });
    await expect(call(connection, getJob, job, { signal: controller.signal })).rejects.toBe("enough");
    expect(told).toMatchObject([
      { hook: "request", attempt: 1 },
      { hook: "response", attempt: 1, failure: "aborted", duration: 30, call: told[0]?.call },
    ]);
    expect(told[1]?.status).toBeUndefined();
  });

  it.each([
    { given: "between two attempts", reason: "retry", want: ["request", "response", "retry"] },
    { given: "before the first one", reason: "request", want: ["request", "response"] },
  ] as const)("hear no more after an abort $given", async ({ reason, want }) => {
    const { told, hooks } = listen();
    const controller = new AbortController();
    const heard: string[] = [];
    const all: Hooks = {
      ...hooks,
      [reason]: () => {
        heard.push(reason);
        controller.abort("enough");
      },
    };
    const { connection } = connectTo([unavailable], { hooks: all });
    await expect(call(connection, getJob, job, { signal: controller.signal })).rejects.toBe("enough");
    expect([...told.map(({ hook }) => hook), ...heard].sort()).toEqual([...want].sort());
  });

  it("hear of calls by path, by the name of their operation", async () => {
    const { told, hooks } = listen();
    const { clock, fetch } = answers(unavailable, fine);
    const { http } = createClient<JobsClient>(plainService, plainOperations, { fetch, clock, hooks });
    await http.GET("/jobs/{jobId}", { params: { path: { jobId: "j1" }, query: { verbose: true } } });
    expect(told.map(({ hook, operation, url }) => [hook, operation, url])).toEqual(
      ["request", "response", "retry", "request", "response"].map((hook) => [
        hook,
        "getJob",
        "https://north.api.example.com/v1/jobs/j1",
      ]),
    );
  });
});
