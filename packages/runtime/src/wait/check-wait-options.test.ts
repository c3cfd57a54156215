import { describe, expect, it } from "vitest";
import { connectTo, find, getJob, listJobs, service, startJob } from "../../test/waiting.ts";
import { createClient } from "../create-client.ts";
import { checkWaitOptions } from "./check-wait-options.ts";

const within = { deadline: "10m" };

describe("the options of a wait", () => {
  it.each([
    { given: within },
    {
      given: {
        ...within,
        onWaiting: "stop",
        tolerate: [404],
        interval: { first: 1, max: "1m" },
        cancel: true,
      },
    },
    {
      given: { ...within, signal: undefined, headers: {}, timeout: 1, totalTimeout: 1, onWaiting: undefined },
    },
    // What is missing is told where it is needed.
    { given: undefined },
  ])("pass: $given", ({ given }) => {
    expect(() => checkWaitOptions("settle", given)).not.toThrow();
    expect(() => checkWaitOptions("run", { to: "getJob", retry: false, ...given })).not.toThrow();
  });

  it.each([
    { given: { ...within, timeOut: 1 }, want: /no option "timeOut".*deadline, interval/ },
    { given: { ...within, to: "getJob" }, want: /no option "to"/ },
    { given: { ...within, retry: false }, want: /no option "retry"/ },
    { given: { ...within, onWaiting: "pause" }, want: /onWaiting is "pause".*"wait" or "stop"/ },
    { given: { ...within, tolerate: 404 }, want: /tolerate is 404.*\[404\]/ },
    { given: { ...within, tolerate: ["404"] }, want: /tolerate is \["404"\]/ },
    { given: { ...within, interval: "5s" }, want: /interval is \[object String\].*first, max/ },
    { given: { ...within, interval: { min: "5s" } }, want: /no option "interval.min".*first, max/ },
  ])("are refused: $want", ({ given, want }) => {
    expect(() => checkWaitOptions("settle", given)).toThrow(TypeError);
    expect(() => checkWaitOptions("settle", given)).toThrow(want);
  });

  it("are refused with a retry that is none, of what starts", () => {
    expect(() => checkWaitOptions("run", { ...within, retry: true })).toThrow(
      "retry is [object Boolean]. It takes an object with: attempts,",
    );
  });
});

describe("a client", () => {
  interface Methods {
    settle(...args: unknown[]): Promise<unknown>;
    run(...args: unknown[]): Promise<unknown>;
    resume(...args: unknown[]): Promise<unknown>;
    watch(...args: unknown[]): AsyncGenerator;
  }
  const { connection, sent } = connectTo([{ state: "DONE" }]);
  const { fetch, clock } = connection;
  const cancelJob = find("cancelJob");
  const load = () => import("./waiting.ts");
  const client = createClient<Methods>(
    service,
    { getJob, listJobs, startJob, cancelJob },
    { fetch, clock },
    load,
  );

  it.each([
    { given: () => client.settle("getJob", { jobId: "1" }), want: /deadline is missing/ },
    { given: () => client.settle("noJob", {}, within), want: /no operation "noJob"/ },
    { given: () => client.settle("getJob", {}, within), want: /jobs\/{jobId} needs the argument "jobId"/ },
    { given: () => client.settle("startJob", {}, within), want: /startJob tells no status/ },
    {
      given: () => client.settle("getJob", { jobId: "1" }, { ...within, wait: 1 }),
      want: /no option "wait"/,
    },
    { given: () => client.run("startJob", {}), want: /deadline is missing/ },
    {
      given: () => client.run("startJob", { name: "n" }, { ...within, intervall: { first: "1s" } }),
      want: /no option "intervall"/,
    },
    { given: () => client.run("getJob", { jobId: "1" }, within), want: /No link of getJob leads/ },
    { given: () => client.resume("token", within), want: /token is none/ },
    { given: async () => client.watch("getJob", { jobId: "1" }), want: /deadline is missing/ },
  ])("rejects, and throws nothing before: $want", async ({ given, want }) => {
    const ended = given();
    await expect(ended).rejects.toThrow(want);
    await expect(ended).rejects.toThrow(TypeError);
    expect(sent).toHaveLength(0);
  });

  it("waits by the names of operations, and finds the one that cancels", async () => {
    expect(await client.settle("getJob", { jobId: "1" }, { ...within, cancel: true })).toMatchObject({
      status: "succeeded",
    });
  });
});
