import { afterEach, describe, expect, it, vi } from "vitest";
import type { JobsClient } from "../../test/paths.ts";
import {
  answer,
  answers,
  broken,
  buyJob,
  connectTo,
  deleteJob,
  findJobs,
  fine,
  getJob,
  outcomeOf,
  patchJob,
  rentJob,
  replaceJob,
  reset,
  startJob,
  tellJob,
  unavailable,
} from "../../test/sending.ts";
import { operations as plainOperations, service as plainService } from "../../test/service.ts";
import { call, createClient, unwrap } from "../index.ts";

const job = { jobId: "j1" };
const newJob = { name: "nightly" };
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

afterEach(() => vi.restoreAllMocks());

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
    await expect(call(connection, given, args)).resolves.toMatchObject({
      ok: false,
      status: "malformed",
      error: { reason: "unreadable" },
    });
    expect(sent).toHaveLength(want);
  });

  it.each([{ given: unavailable }, { given: reset }, { given: broken }])(
    "gives the success that came at last: $given",
    async ({ given }) => {
      const { connection, sent } = connectTo([given, given, fine]);
      await expect(unwrap(call(connection, getJob, job))).resolves.toEqual({ state: "done" });
      expect(sent).toHaveLength(3);
    },
  );

  it.each([
    { given: [buyJob, { token: "t1" }], want: /"t1"/ },
    { given: [buyJob, {}], want: UUID },
    { given: [buyJob, { token: null }], want: UUID },
    { given: [rentJob, { token: "t1" }], want: /token=t1$/ },
    { given: [rentJob, {}], want: UUID },
  ] as const)(
    "bears one token in all attempts: $given.0.id $given.1",
    async ({ given: [one, args], want }) => {
      const { connection, sent } = connectTo([unavailable]);
      await call(connection, one, args);
      const texts = sent.map(({ path, body }) => path + body);
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toMatch(want);
      await call(connection, one, args);
      // The next call is another one, unless its caller says that it is the same.
      expect(sent[0]?.path === sent[3]?.path && sent[0]?.body === sent[3]?.body).toBe(want !== UUID);
    },
  );

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

describe("an answer", () => {
  const rows = [
    ...[408, 429, 500, 502, 503, 504, 420].map((status) => ({ given: answer(status), status, want: 3 })),
    ...[400, 401, 403, 404, 409, 410, 501, 505].map((status) => ({
      given: answer(status),
      status,
      want: 1,
    })),
  ];

  it.each(rows)("$status is sent for $want times", async ({ given, status, want }) => {
    const { connection, sent } = connectTo([given]);
    const result = await call(connection, getJob, job);
    expect([result.response.status, sent.length]).toEqual([status, want]);
  });

  it.each([
    { given: [400, "Busy"], want: 3 },
    { given: [404, "Busy"], want: 3 },
    { given: [409, "Throttling.User"], want: 3 },
    { given: [400, "Throttling"], want: 3 },
    { given: [400, 429001], want: 3 },
    { given: [400, "429001"], want: 3 },
    { given: [400, "Busyness"], want: 1 },
    { given: [400, "busy"], want: 1 },
    { given: [400, "NotThrottling"], want: 1 },
    { given: [400, "Throttlin"], want: 1 },
    { given: [400, ""], want: 1 },
    { given: [200, "Busy"], want: 3 },
    { given: [200, "Throttling.User"], want: 3 },
    { given: [200, "NoSuchJob"], want: 1 },
    { given: [200, "OK"], want: 1 },
  ] as const)("$given.0 with the code $given.1 is sent for $want times", async ({ given, want }) => {
    const [status, code] = given;
    const { connection, sent } = connectTo([answer(status, { code })]);
    expect(await outcomeOf(call(connection, tellJob, {}))).toBe(status);
    expect(sent).toHaveLength(want);
  });

  it("200 with such a code is a success where no codes are documented under it", async () => {
    const { connection, sent } = connectTo([answer(200, { code: "Busy" })]);
    expect(await call(connection, getJob, job)).toMatchObject({ ok: true, data: { code: "Busy" } });
    expect(sent).toHaveLength(1);
  });

  it("with such a code does not let others through twice", async () => {
    const { connection, sent } = connectTo([answer(400, { code: "Busy" })]);
    await call(connection, startJob, newJob);
    expect(sent).toHaveLength(1);
  });
});
