import { describe, expect, it } from "vitest";
import { type Step, slowFetch } from "../../test/scripted-fetch.ts";
import { connectTo, getJob, listJobs } from "../../test/waiting.ts";
import { authenticate } from "../auth/authenticate.ts";
import type { Credential } from "../auth/credential.ts";
import type { Fetch } from "../client-options.ts";
import type { PollEvent } from "../hooks.ts";
import { RequestError } from "../request-error.ts";
import { settle } from "./settle.ts";

const within = { deadline: "10m" } as const;
const args = { jobId: "j1" };

const answer = (status: number, body: unknown = {}) => Response.json(body, { status });
const page = (status: number) => new Response("<html>", { status, headers: { "content-type": "text/html" } });
const reset = new TypeError("fetch failed");
const running = { state: "RUN" };

describe("a poll that ends the wait", () => {
  const rows: { given: Step; want: Record<string, unknown> }[] = [
    ...[400, 401, 403, 404, 409, 410, 501].map((status) => ({
      given: answer(status, { code: "X" }),
      want: { reason: "status", status, code: "X", retryable: false },
    })),
    { given: page(401), want: { reason: "status", status: 401 } },
    { given: page(404), want: { reason: "malformed", status: 404 } },
    {
      given: new Response(null, { status: 302, headers: { location: "/login" } }),
      want: { reason: "redirect", status: 302 },
    },
    { given: { failed: { code: "Broken" } }, want: { reason: "status", status: 200, code: "Broken" } },
  ];

  it.each(rows)("$want", async ({ given, want }) => {
    const { connection, sent } = connectTo([running, given, { state: "DONE" }]);
    const error = await settle(connection, getJob, args, within).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ ...want, operation: "getJob", token: expect.any(String) });
    expect(sent).toHaveLength(2);
  });
});

describe("a poll after which the wait goes on", () => {
  const rows: { given: Step }[] = [
    ...[408, 429, 500, 502, 503, 504].map((status) => ({ given: answer(status) })),
    { given: page(200) },
    { given: page(502) },
    { given: new Response('{"state":"DO') },
    { given: new Response("") },
    { given: reset },
    { given: answer(400, { code: "Busy.Very" }) },
    { given: { failed: { code: "BusyNow" } } },
  ];

  it.each(rows)("row %#", async ({ given }) => {
    const polls: PollEvent[] = [];
    const hooks = { poll: (event: PollEvent) => polls.push(event) };
    const { connection, sent } = connectTo([given, given, running, given, { state: "DONE" }], { hooks });
    expect(await settle(connection, getJob, args, within)).toMatchObject({ status: "succeeded", polls: 5 });
    expect(sent).toHaveLength(5);
    expect(polls[1]).toMatchObject({ status: "unknown", polls: 2, error: expect.any(RequestError) });
    expect(polls[2]).not.toHaveProperty("error");
  });

  it("is one whose status is tolerated", async () => {
    const { connection, sent } = connectTo([answer(404), answer(404), { state: "DONE" }]);
    const outcome = await settle(connection, getJob, args, { ...within, tolerate: [404, 409] });
    expect(outcome).toMatchObject({ status: "succeeded", polls: 3 });
    expect(sent).toHaveLength(3);
  });

  it("is one that takes too long", async () => {
    const { connection, clock, sent } = connectTo([running, { state: "DONE" }]);
    const { fetch } = connection;
    let calls = 0;
    const once = slowFetch(clock, 40_000, fetch);
    const hanging = {
      ...connection,
      fetch: ((url, init) => (++calls === 2 ? once : fetch)(url, init)) as Fetch,
    };
    const outcome = await settle(hanging, getJob, args, { ...within, timeout: "5s" });
    expect(outcome).toMatchObject({ status: "succeeded", polls: 3 });
    expect(sent[1]?.at).toBeGreaterThan(5_000);
  });
});

describe("the patience with polls that tell nothing", () => {
  it("lasts for five pages of a proxy in a row, however often", async () => {
    const five = Array.from({ length: 5 }, () => page(200));
    const patient = connectTo([running, ...five, running, ...five, { state: "DONE" }]);
    expect(await settle(patient.connection, getJob, args, within)).toMatchObject({ polls: 13 });
    const { connection, sent } = connectTo([running, page(200)]);
    await expect(settle(connection, getJob, args, within)).rejects.toMatchObject({
      reason: "malformed",
      status: 200,
    });
    expect(sent).toHaveLength(7);
  });

  it("lasts for five polls where nothing was ever heard from", async () => {
    const { connection, sent } = connectTo([reset]);
    const error = await settle(connection, getJob, args, within).catch((thrown) => thrown);
    expect(error).toMatchObject({ reason: "connection", retryable: true, token: expect.any(String) });
    expect(sent).toHaveLength(6);
  });

  it.each([{ given: reset }, { given: answer(503) }, { given: page(502) }])(
    "lasts until the deadline where something was: row %#",
    async ({ given }) => {
      const { connection, clock } = connectTo([answer(503), given]);
      const begun = clock.now();
      const error = await settle(connection, getJob, args, within).catch((thrown) => thrown);
      expect(error).toMatchObject({
        reason: "deadline",
        cause: { message: expect.stringContaining("getJob") },
      });
      expect(clock.now() - begun).toBe(600_000);
    },
  );

  it("is no less with what credentials meet", async () => {
    const { connection, sent } = connectTo([running, { state: "DONE" }]);
    const details = { operation: "logIn", retryable: false } as const;
    const met = [
      undefined,
      new RequestError("reset", { ...details, reason: "connection" }),
      new RequestError("slow", { ...details, reason: "timeout" }),
      new RequestError("busy", { ...details, reason: "status", status: 503 }),
    ];
    const credential: Credential = {
      name: "test",
      authenticate,
      matches: () => true,
      async apply() {
        const error = met.shift();
        if (error) throw error;
      },
    };
    const scheme = { type: "http", scheme: "test" } as const;
    const service = { ...connection.service, securitySchemes: { Test: scheme } };
    const own = { ...connection, service, credentials: [credential] };
    const secured = { ...getJob, security: [["Test"]] };
    const outcome = await settle(own, secured, args, within);
    expect([outcome.polls, sent.length]).toEqual([5, 2]);

    met.push(new RequestError("no", { ...details, reason: "status", status: 401 }));
    const refused = settle(own, secured, args, within);
    await expect(refused).rejects.toMatchObject({ operation: "logIn", status: 401 });
  });
});

describe("lists without what is waited for", () => {
  const none = { jobs: [] };
  const done = { jobs: [{ state: "DONE" }] };

  it.each([
    { given: none, want: "no list item" },
    { given: {}, want: "no list" },
  ])("end a wait after half a minute: $want", async ({ given }) => {
    const polls: PollEvent[] = [];
    const hooks = { poll: (event: PollEvent) => polls.push(event) };
    const { connection, clock } = connectTo([given], { hooks });
    const begun = clock.now();
    const error = await settle(connection, listJobs, { group: "no-such" }, within).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({
      reason: "missing",
      status: 200,
      message: "listJobs 200: there is no execution in the answer. Are the arguments right?",
      error: given,
      token: expect.any(String),
    });
    expect(clock.now() - begun).toBeGreaterThanOrEqual(30_000);
    expect(clock.now() - begun).toBeLessThan(70_000);
    expect(polls[0]).toMatchObject({ status: "unknown", error: { reason: "missing" } });
  });

  it("are borne until it is there, anew each time, and whatever fails between", async () => {
    const steps = [none, none, none, { jobs: [{ state: "RUN" }] }, answer(503), none, none, done];
    const [first = none, ...others] = steps;
    const { connection } = connectTo([first, ...others]);
    const options = { ...within, interval: { first: "9s", max: "9s" } } as const;
    expect(await settle(connection, listJobs, { group: "g" }, options)).toMatchObject({
      status: "succeeded",
      polls: 8,
    });
  });

  it("are borne until the deadline if 404 is tolerated, which tells of them", async () => {
    const { connection, clock } = connectTo([none]);
    const begun = clock.now();
    const options = { ...within, tolerate: [404] };
    const error = await settle(connection, listJobs, { group: "g" }, options).catch((thrown) => thrown);
    expect(error).toMatchObject({
      reason: "deadline",
      cause: { message: expect.stringContaining("no execution") },
    });
    expect(error.message).not.toContain("undefined");
    expect(clock.now() - begun).toBe(600_000);
  });
});
