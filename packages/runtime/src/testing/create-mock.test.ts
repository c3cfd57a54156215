import { describe, expect, test, vi } from "vitest";
import { documented, type JobsMocks, operations, service } from "../../test/mocked-jobs.ts";
import { type ClientOptions, createClient, RequestError } from "../index.ts";
import type { Outcome } from "../wait/outcome.ts";
import { answers } from "./answers.ts";
import { createMock, type MockOptions } from "./create-mock.ts";
import { empty, hang, html, reset, throttled, truncated } from "./faults.ts";
import type { Scripts } from "./mock-types.ts";
import { expired, failed, running, succeeded } from "./states.ts";
import { createVirtualClock } from "./virtual-clock.ts";

interface Result {
  ok: boolean;
  status: number | "malformed";
  data?: unknown;
  error?: unknown;
}

interface Jobs {
  getJob(args: { jobId: string; tag?: string[] }, options?: object): Promise<Result>;
  startJob(args: { name: string }): Promise<Result>;
  deleteJob(args: { jobId: string }): Promise<Result>;
  settle(id: string, args: object, options: object): Promise<Outcome>;
  run(id: string, args: object, options: object): Promise<Outcome>;
}

/** A mock, and a client on its clock. */
function start(scripts: Scripts<JobsMocks>, options: ClientOptions = {}) {
  const clock = createVirtualClock(0);
  const mock = create(scripts, { clock });
  const load = () => import("../wait/waiting.ts");
  const jobs = createClient<Jobs>(service, operations, { fetch: mock.fetch, clock, ...options }, load);
  return { clock, mock, jobs, asked: () => mock.requests.map(({ operation }) => operation) };
}

function create(scripts: Scripts<JobsMocks>, options?: MockOptions) {
  return createMock<JobsMocks>({ service, operations, documented }, scripts, options);
}

describe("a wait", () => {
  test("of ten minutes waits for no timer of the machine", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const { clock, jobs, mock } = start({ getJob: [running({ times: 30, progress: 40 }), succeeded()] });
    const began = clock.now();
    const outcome = await jobs.settle("getJob", { jobId: "j-1" }, { deadline: "1h" });
    expect(outcome).toMatchObject({ status: "succeeded", polls: 31, result: { lines: 3 } });
    expect(mock.requests).toHaveLength(31);
    expect(clock.now() - began).toBeGreaterThan(10 * 60_000);
    expect(timers.mock.calls.filter(([, delay = 0]) => delay > 0)).toEqual([]);
    timers.mockRestore();
  });

  test("from start to end, past all that can happen", async () => {
    const { jobs, asked } = start({
      startJob: answers(202, { body: { id: "j-7" } }),
      getJob: [
        running({ times: 2 }),
        throttled({ times: 2, retryAfter: "5s" }),
        html(502),
        reset(),
        hang(),
        truncated(),
        empty(),
        failed({ error: { text: "no space left" } }),
      ],
    });
    const outcome = await jobs.run("startJob", { name: "nightly" }, { deadline: "10m" });
    expect(outcome).toMatchObject({ status: "failed", error: { text: "no space left" }, polls: 10 });
    expect(asked()).toEqual(["startJob", ...Array(10).fill("getJob")]);
  });

  test("for what has expired", async () => {
    const { jobs } = start({ getJob: [running(), expired()] });
    expect(await jobs.settle("getJob", { jobId: "1" }, { deadline: "10m" })).toMatchObject({
      status: "expired",
    });
  });

  test("that is too long ends with its deadline", async () => {
    const { jobs, clock } = start({ getJob: running() });
    const settled = jobs.settle("getJob", { jobId: "1" }, { deadline: "10m" });
    await expect(settled).rejects.toMatchObject({ reason: "deadline" });
    expect(clock.now()).toBe(600_000);
  });
});

describe("a call", () => {
  test.each([
    { what: "throttled", script: [throttled({ times: 2 }), answers(200)], want: [true, 200, 3] },
    { what: "broken off", script: [reset({ times: 2 }), answers(200)], want: [true, 200, 3] },
    { what: "hanging", script: [hang(), answers(200)], want: [true, 200, 2] },
    { what: "a page", script: [html(503), answers(200)], want: [true, 200, 2] },
    { what: "refused", script: answers(404, "JobExpired"), want: [false, 404, 1] },
    { what: "cut off", script: truncated(), want: [false, "malformed", 1] },
    { what: "empty", script: empty(), want: [false, "malformed", 1] },
  ] satisfies { what: string; script: Scripts<JobsMocks>["getJob"]; want: unknown }[])(
    "$what: $want",
    async ({ script, want }) => {
      const { jobs, mock } = start({ getJob: script });
      const { ok, status } = await jobs.getJob({ jobId: "1" });
      expect([ok, status, mock.requests.length]).toEqual(want);
    },
  );

  test("that is not repeated fails", async () => {
    const { jobs, mock } = start({ startJob: [reset(), answers(202)] });
    await expect(jobs.startJob({ name: "n" })).rejects.toMatchObject({
      reason: "connection",
      cause: { message: "fetch failed", cause: { code: "ECONNRESET" } },
    });
    expect(mock.requests).toHaveLength(1);
  });

  test("hangs until its signal aborts", async () => {
    const { jobs } = start({ getJob: hang() }, { clock: createVirtualClock() });
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("stopped")), 5);
    await expect(jobs.getJob({ jobId: "1" }, { signal: stop.signal })).rejects.toThrow("stopped");
  });

  test("takes as long as it is said to", async () => {
    const { jobs, clock } = start({ getJob: answers(200, { delay: "20s" }) });
    await jobs.getJob({ jobId: "1" });
    expect(clock.now()).toBe(20_000);
  });

  test("without a body", async () => {
    const { jobs } = start({ deleteJob: answers(204) });
    expect(await jobs.deleteJob({ jobId: "1" })).toMatchObject({ ok: true, status: 204 });
  });
});

describe("what was asked", () => {
  test("by a client", async () => {
    const { jobs, mock } = start({ startJob: answers(202), getJob: answers(200) });
    await jobs.startJob({ name: "nightly" });
    await jobs.getJob({ jobId: "a/b", tag: ["x", "y"] });
    expect(mock.requests).toMatchObject([
      { operation: "startJob", method: "POST", path: {}, query: {}, body: { name: "nightly" } },
      {
        operation: "getJob",
        method: "GET",
        url: "https://jobs.example.com/v1/jobs/a%2Fb?tag=x&tag=y",
        path: { jobId: "a/b" },
        query: { tag: ["x", "y"] },
        headers: { accept: "application/json" },
        body: undefined,
      },
    ]);
  });

  const form = new FormData();
  form.set("name", "nightly");
  test.each([
    { body: "a=1&b=2&b=3", type: "application/x-www-form-urlencoded", want: { a: "1", b: ["2", "3"] } },
    { body: form, type: undefined, want: { name: "nightly" } },
    { body: "{broken", type: "application/json", want: "{broken" },
    { body: "plain", type: "text/plain", want: "plain" },
    { body: new Uint8Array([1, 2]), type: "application/octet-stream", want: expect.any(Blob) },
    { body: null, type: undefined, want: undefined },
  ])("with the body $want", async ({ body, type, want }) => {
    const mock = create({ startJob: answers(202) });
    const headers = type === undefined ? {} : { "content-type": type };
    await mock.fetch("http://x/jobs", { method: "POST", headers, body });
    await mock.fetch(new Request("http://x/jobs", { method: "POST", headers, body }));
    expect(mock.requests.map((request) => request.body)).toEqual([want, want]);
  });
});

describe("what is not scripted", () => {
  test("is refused, and says how to", async () => {
    const mock = create({ startJob: answers(202) });
    await expect(mock.fetch("http://x/jobs/1")).rejects.toThrow(
      "The mock has no script for getJob. Give it one: createMock({ getJob: answers(200) }). There are: startJob.",
    );
    await expect(mock.fetch("http://x/tasks")).rejects.toThrow(
      "GET http://x/tasks is none of the operations",
    );
    expect(mock.requests).toEqual([]);
  });

  test("is told of by the client as the cause", async () => {
    const { jobs } = start({ startJob: answers(202) });
    const error = await jobs.getJob({ jobId: "1" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect((error as Error).cause).toMatchObject({
      message: expect.stringContaining("no script for getJob"),
    });
  });

  test.each([
    {
      scripts: { getJbo: answers(200) },
      want: "There is no operation getJbo. There are: listJobs, startJob,",
    },
    { scripts: { getJob: [] }, want: "The script of getJob is empty." },
    { scripts: { getJob: "running" }, want: "Step 1 of the script of getJob is [object String]. A function" },
    {
      scripts: { getJob: [answers(200), answers] },
      want: "Step 2 of the script of getJob is [object Function].",
    },
    { scripts: { getJob: null }, want: "Step 1 of the script of getJob is [object Null]." },
    { scripts: undefined, want: "The scripts are [object Undefined]. They stand by operation: createMock({" },
    { scripts: [answers(200)], want: "The scripts are [object Array]." },
    { scripts: { getJob: answers(418) }, want: "getJob documents no status 418." },
  ])("$want", ({ scripts, want }) => {
    expect(() => create(scripts as object)).toThrow(want);
  });

  test.each([
    { options: { clok: createVirtualClock() }, want: 'There is no option "clok". There are: clock.' },
    { options: null, want: "What stands for the options is [object Null]." },
  ])("$want", ({ options, want }) => {
    expect(() => create({ getJob: answers(200) }, options as MockOptions)).toThrow(want);
  });

  test("nothing is sent once the signal has aborted", async () => {
    const mock = create({ getJob: answers(200) });
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(mock.fetch("http://x/jobs/1", { signal })).rejects.toThrow("stopped");
    expect(mock.requests).toEqual([]);
  });
});
