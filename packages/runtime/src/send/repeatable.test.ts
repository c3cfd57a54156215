import { describe, expect, it } from "vitest";
import {
  answers,
  broken,
  buyJob,
  connectTo,
  deleteJob,
  findJobs,
  fine,
  getJob,
  patchJob,
  rentJob,
  replaceJob,
  reset,
  startJob,
  unavailable,
} from "../../test/attempts.ts";
import type { JobsClient } from "../../test/paths.ts";
import { operations as plainOperations, service as plainService } from "../../test/service.ts";
import { call, createClient, unwrap } from "../index.ts";

const job = { jobId: "j1" };
const newJob = { name: "nightly" };
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

describe("a call that fails in passing", () => {
  const rows = [
    { given: getJob, args: job, want: 3 },
    { given: findJobs, args: {}, want: 3 },
    { given: buyJob, args: { ...newJob, token: "t1" }, want: 3 },
    { given: buyJob, args: newJob, want: 3 },
    { given: rentJob, args: {}, want: 3 },
    { given: startJob, args: newJob, want: 1 },
    // An argument that only looks like a token is none.
    { given: startJob, args: { token: "t1" }, want: 1 },
    { given: replaceJob, args: newJob, want: 1 },
    { given: patchJob, args: newJob, want: 1 },
    { given: deleteJob, args: {}, want: 1 },
  ];

  it.each(rows)("$given.id $args, by its answer, is sent $want times", async ({ given, args, want }) => {
    const { connection, sent } = connectTo([unavailable]);
    await expect(unwrap(call(connection, given, args))).rejects.toMatchObject({
      reason: "status",
      status: 503,
      retryable: want > 1,
    });
    expect(sent).toHaveLength(want);
  });

  it.each(rows)("$given.id $args, by its connection, is sent $want times", async ({ given, args, want }) => {
    const { connection, sent } = connectTo([reset]);
    await expect(call(connection, given, args)).rejects.toMatchObject({
      name: "RequestError",
      reason: "connection",
      retryable: want > 1,
    });
    expect(sent).toHaveLength(want);
  });

  it.each(rows)("$given.id $args, half answered, is sent $want times", async ({ given, args, want }) => {
    const { connection, sent } = connectTo([broken]);
    const result = await call(connection, given, args);
    expect(result).toMatchObject({ ok: false, status: "malformed", error: { reason: "unreadable" } });
    await expect(unwrap(result)).rejects.toMatchObject({ reason: "malformed", retryable: want > 1 });
    expect(sent).toHaveLength(want);
  });

  it.each([
    { given: "answer", step: unavailable },
    { given: "connection", step: reset },
    { given: "half answer", step: broken },
  ])("by its $given gives the success that came at last", async ({ step }) => {
    const { connection, sent } = connectTo([step, step, fine]);
    await expect(unwrap(call(connection, getJob, job))).resolves.toEqual({ state: "done" });
    expect(sent).toHaveLength(3);
  });

  it("is named by its URL, of which the query is no one's business", async () => {
    const { connection } = connectTo([reset]);
    await expect(call(connection, getJob, { ...job, filter: "mine" })).rejects.toThrow(
      /^getJob got no answer \(ECONNRESET\): GET https:\/\/jobs\.example\.com\/jobs\/j1$/,
    );
  });

  it.each([
    { given: "GET", want: 3 },
    { given: "POST", want: 1 },
  ] as const)("$given by path is sent $want times", async ({ given, want }) => {
    const { clock, fetch, sent } = answers(unavailable);
    const { http } = createClient<JobsClient>(plainService, plainOperations, { fetch, clock });
    const { response } = await (given === "GET" ? http.GET("/jobs") : http.POST("/login"));
    expect([response.status, sent.length]).toEqual([503, want]);
  });
});

describe("an idempotency token", () => {
  it.each([
    { given: [buyJob, { token: "t1" }], want: /"t1"/ },
    { given: [buyJob, {}], want: UUID },
    { given: [buyJob, { token: null }], want: UUID },
    { given: [rentJob, { token: "t1" }], want: /token=t1$/ },
    { given: [rentJob, {}], want: UUID },
  ] as const)("is one in all attempts: $given.0.id $given.1", async ({ given: [one, args], want }) => {
    const { connection, sent } = connectTo([unavailable]);
    await call(connection, one, args);
    const texts = () => sent.map(({ path, body }) => path + body);
    expect(new Set(texts()).size).toBe(1);
    expect(texts()[0]).toMatch(want);
    await call(connection, one, args);
    // The next call is another one, unless its caller says that it is the same.
    expect(sent).toHaveLength(6);
    expect(new Set(texts()).size).toBe(want === UUID ? 2 : 1);
  });
});
