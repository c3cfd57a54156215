import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type Answer,
  answer,
  buyJob,
  connectTo,
  fine,
  getJob,
  slow,
  slowBody,
  startJob,
} from "../../test/attempts.ts";
import { bearer, type CallOptions, type ClientOptions, call, RequestError, unwrap } from "../index.ts";

const job = { jobId: "j1" };

afterEach(() => vi.restoreAllMocks());

/** What a call came to, when, and how often it was sent. */
async function follow(
  steps: readonly [Answer, ...Answer[]],
  { client = {}, one = {}, of = getJob }: { client?: ClientOptions; one?: CallOptions; of?: typeof getJob },
) {
  // So that the delays are the longest that they can be, but for a millisecond.
  vi.spyOn(Math, "random").mockReturnValue(0.999);
  const { connection, sent, clock } = connectTo(steps, client);
  const begun = clock.now();
  const args = of === getJob ? job : {};
  const came = await call(connection, of, args, one).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  return { came, took: Math.round(clock.now() - begun), sent: sent.map(({ at }) => Math.round(at)) };
}

const timedOut = { name: "RequestError", reason: "timeout" };

describe("an attempt", () => {
  const late = [
    { given: "no answer", step: slow(99_999, fine) },
    { given: "half an answer", step: slowBody(99_999) },
  ];
  const rows = [
    {
      given: "in the last moment",
      steps: [slow(29_999, fine)],
      want: { came: 200, sent: [0], took: 29_999 },
    },
    { given: "late, once", steps: [slow(99_999, fine), fine], want: { came: 200, sent: [0, 30_500] } },
    { given: "half in time, once", steps: [slowBody(99_999), fine], want: { came: 200, sent: [0, 30_500] } },
    { given: "half, then all in time", steps: [slowBody(29_000)], want: { came: 200, sent: [0] } },
  ] as const;

  it.each(rows)("answered $given comes to $want", async ({ steps, want }) => {
    expect(await follow(steps, {})).toMatchObject(want);
  });

  it.each(late)("is ended when its time is up, and the call after the last: $given", async ({ step }) => {
    const { came, took, sent } = await follow([step], {});
    expect(came).toBeInstanceOf(RequestError);
    expect(came).toMatchObject({ ...timedOut, operation: "getJob", retryable: true });
    expect(came).not.toHaveProperty("status");
    expect(sent).toEqual([0, 30_500, 61_499]);
    expect(took).toBe(91_499);
  });

  it.each(late)("of what must not be sent twice is the only one: $given", async ({ step }) => {
    const { came, took, sent } = await follow([step, fine], { of: startJob });
    expect(came).toMatchObject({ ...timedOut, operation: "startJob", retryable: false });
    expect({ took, sent }).toEqual({ took: 30_000, sent: [0] });
  });

  it.each(late)("tells fetch that nobody waits any more: $given", async ({ step }) => {
    const signals: AbortSignal[] = [];
    const heard: Answer = (request, clock) => {
      signals.push(request.signal);
      return step(request, clock);
    };
    await follow([heard, heard, fine], {});
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it.each([
    { given: { client: { timeout: "5s" } }, want: [0, 5_500] },
    { given: { client: { timeout: 5_000 }, one: { timeout: "7s" } }, want: [0, 7_500] },
    { given: { client: { timeout: "5s" }, of: buyJob }, want: [0, 5_500] },
  ] as const)("has the time that it is given: $given", async ({ given, want }) => {
    expect(await follow([slow(99_999, fine), fine], given)).toMatchObject({ came: 200, sent: want });
  });
});

describe("a call", () => {
  const many = { attempts: 50 };
  const rows: {
    given: string;
    steps: readonly [Answer, ...Answer[]];
    options: Parameters<typeof follow>[1];
    want: { came: unknown; took: number; sent: readonly number[] };
  }[] = [
    {
      given: "whose last attempt is cut short",
      steps: [slow(99_999, fine)],
      options: { client: { retry: many, totalTimeout: "70s" } },
      want: { came: timedOut, took: 70_000, sent: [0, 30_500, 61_499] },
    },
    {
      given: "whose only attempt has less time than an attempt may take",
      steps: [slow(99_999, fine)],
      options: { one: { totalTimeout: "10s" }, of: startJob },
      want: { came: timedOut, took: 10_000, sent: [0] },
    },
    {
      given: "whose body comes too slowly",
      steps: [slowBody(99_999)],
      options: { client: { totalTimeout: "10s" } },
      want: { came: timedOut, took: 10_000, sent: [0] },
    },
    {
      // 20 s and a little more each time: the third delay would end too late.
      given: "whose delays take all its time",
      steps: [answer(503, {}, { "retry-after": "20" })],
      options: { client: { retry: many, totalTimeout: "50s" } },
      want: { came: 503, took: 41_499, sent: [0, 20_500, 41_499] },
    },
    {
      given: "without a word, in two minutes",
      steps: [slow(999_999, fine)],
      options: { client: { retry: { ...many, delay: 1 }, timeout: "50s" } },
      want: { came: timedOut, took: 120_000, sent: [0, 50_001, 100_003] },
    },
  ];

  it.each(rows)("$given, ends in all its time", async ({ steps, options, want }) => {
    expect(await follow(steps, options)).toMatchObject(want);
  });

  it("whose token never comes is not sent, and ends", async () => {
    const { connection, sent, clock } = connectTo([fine], {
      auth: bearer(async () => {
        await clock.sleep(999_999);
        return "t1";
      }),
    });
    const begun = clock.now();
    await expect(call(connection, getJob, job)).rejects.toMatchObject({ ...timedOut, operation: "getJob" });
    expect([sent.length, clock.now() - begun]).toEqual([0, 120_000]);
  });

  it("whose next token never comes, after a 401, ends", async () => {
    let asked = 0;
    const { connection, sent, clock } = connectTo([answer(401)], {
      auth: bearer(async () => {
        if (++asked > 1) await clock.sleep(999_999);
        return "t1";
      }),
    });
    const begun = clock.now();
    await expect(call(connection, getJob, job, { totalTimeout: "9s" })).rejects.toMatchObject(timedOut);
    expect([sent.length, clock.now() - begun]).toEqual([1, 9_000]);
  });

  it.each([{ given: 0 }, { given: "soon" }, { given: Number.NaN }])(
    "is not sent with the time-out $given",
    async ({ given }) => {
      const { connection, sent } = connectTo([fine]);
      const wrong = call(connection, getJob, job, { timeout: given as number });
      await expect(wrong).rejects.toThrow(/^timeout is /);
      expect(sent).toHaveLength(0);
    },
  );
});

describe("what an error says", () => {
  const token = { auth: bearer("canary") };
  it.each([
    {
      given: [slow(99_999, fine)],
      options: { retry: false },
      want: "getJob was not answered in time (timeout: 30 s): GET https://jobs.example.com/jobs/j1",
    },
    {
      given: [slow(99_999, fine)],
      options: { totalTimeout: "9s" },
      want: "getJob was not answered in time (totalTimeout: 9 s): GET https://jobs.example.com/jobs/j1",
    },
    { given: [answer(404)], want: "getJob 404 (GET https://jobs.example.com/jobs/j1)" },
    {
      given: [answer(401)],
      want: "getJob 401 (GET https://jobs.example.com/jobs/j1) Is auth right?",
    },
    {
      // Some services say so of a request that is not signed.
      given: [answer(400)],
      want: "getJob 400 (GET https://jobs.example.com/jobs/j1) Is auth right?",
    },
    { given: [answer(400)], options: token, want: "getJob 400 (GET https://jobs.example.com/jobs/j1)" },
    {
      given: [answer(401)],
      options: token,
      want: "getJob 401 (GET https://jobs.example.com/jobs/j1) The credentials were refused.",
    },
    {
      // A login, say, which bears its credentials in the body.
      given: [answer(401)],
      operation: { ...getJob, security: [] },
      want: "getJob 401 (GET https://jobs.example.com/jobs/j1) Is auth right?",
    },
  ] as { given: [Answer]; options?: ClientOptions; operation?: typeof getJob; want: string }[])(
    "$want",
    async ({ given, options, operation = getJob, want }) => {
      const { connection } = connectTo(given, options);
      const error = await unwrap(call(connection, operation, { jobId: "j1", filter: "canary" })).catch(
        (thrown) => thrown,
      );
      expect(error).toMatchObject({ name: "RequestError", message: want });
    },
  );
});
