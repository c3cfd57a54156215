import { describe, expect, it } from "vitest";
import { type Step, slowFetch } from "../../test/scripted-fetch.ts";
import { connectTo, find, getJob, getOldJob, listJobs, startJob } from "../../test/waiting.ts";
import { RequestError } from "../request-error.ts";
import { run } from "./run.ts";

const within = { deadline: "10m" } as const;
const started = (id: unknown = "j1") => Response.json({ id }, { status: 202 });
const args = { name: "n", site: "north" };

describe("running", () => {
  const rows = [
    { given: {}, want: "/jobs/j1?site=north" },
    { given: { to: "getJob" }, want: "/jobs/j1?site=north" },
    { given: { to: "listJobs" }, want: "/jobs?group=n" },
    { given: { to: getJob }, want: "/jobs/j1?site=north" },
    { given: { to: listJobs }, want: "/jobs?group=n" },
  ];

  it.each(rows)("leads by the documented link: $want", async ({ given, want }) => {
    const done = { state: "DONE", jobs: [{ state: "DONE" }] };
    const { connection, sent } = connectTo([started(), done]);
    const outcome = await run(connection, startJob, args, { ...within, ...given } as never, find);
    expect(outcome).toMatchObject({ status: "succeeded", polls: 1 });
    expect(sent).toMatchObject([
      { method: "POST", path: "/jobs?site=north", body: '{"name":"n"}' },
      { path: want },
    ]);
  });

  it("leaves out an argument that the start was not given, and reads an undocumented 2xx as a documented one", async () => {
    const created = Response.json({ id: "j1" }, { status: 201 });
    const { connection, sent } = connectTo([created, { state: "DONE" }]);
    await run(connection, startJob, { name: "n" }, { ...within, to: getJob });
    expect(sent[1]).toMatchObject({ path: "/jobs/j1" });
  });

  it.each([
    { given: { to: "cancelJob" }, want: /No link of startJob leads to cancelJob/ },
    { given: { to: "getOldJob" }, want: /No link of startJob leads to getOldJob/ },
    { given: { to: getOldJob }, want: /leads to getOldJob/ },
    { given: { deadline: "never" }, want: /deadline is "never"/ },
    { given: { interval: { first: 0 } }, want: /interval\.first/ },
    { given: { to: "listJobs", cancel: true }, want: /listJobs is canceled by no operation/ },
  ])("starts nothing if it could not be waited for: $want", async ({ given, want }) => {
    const { connection, sent } = connectTo([started()]);
    const wait = run(connection, startJob, args, { ...within, ...given } as never, find);
    await expect(wait).rejects.toThrow(TypeError);
    await expect(wait).rejects.toThrow(want);
    expect(sent).toHaveLength(0);
  });

  it("needs the operation itself where there is no client", async () => {
    const { connection } = connectTo([started()]);
    await expect(run(connection, startJob, args, within as never)).rejects.toThrow(/See the option to/);
  });

  const refused: { given: Step; want: Record<string, unknown> }[] = [
    {
      given: Response.json({ code: "X" }, { status: 409 }),
      want: { reason: "status", status: 409, code: "X" },
    },
    { given: new TypeError("fetch failed"), want: { reason: "connection" } },
    { given: new Response("<html>", { status: 202 }), want: { reason: "malformed", status: 202 } },
    // Started, or not: there is nothing to ask with, and asking without would be for another one.
    ...[Response.json({}, { status: 202 }), started(null)].map((given) => ({
      given,
      want: { reason: "malformed", message: expect.stringContaining("$response.body#/id, which getJob") },
    })),
    { given: { state: "DONE" }, want: { reason: "malformed", status: 200, error: { state: "DONE" } } },
  ];

  it.each(refused)("ends with what the start ends with: $want", async ({ given, want }) => {
    const { connection, sent } = connectTo([given]);
    const error = await run(connection, startJob, args, { ...within, to: getJob }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ ...want, operation: "startJob" });
    expect(sent).toHaveLength(1);
  });

  it("has one deadline and one time for both", async () => {
    const { connection, clock } = connectTo([started(), { state: "RUN" }]);
    const slow = { ...connection, fetch: slowFetch(clock, 20_000, connection.fetch) };
    const begun = clock.now();
    const wait = run(slow, startJob, args, { deadline: "1m", to: getJob });
    await expect(wait).rejects.toMatchObject({ reason: "deadline" });
    expect(clock.now() - begun).toBe(60_000);
    const late = run(slow, startJob, args, { deadline: "5s", to: getJob });
    await expect(late).rejects.toMatchObject({ reason: "timeout", operation: "startJob" });

    const quick = connectTo([started(), { state: "DONE" }]);
    const through = slowFetch(quick.clock, 1_000, quick.connection.fetch);
    const outcome = await run({ ...quick.connection, fetch: through }, startJob, args, {
      ...within,
      to: getJob,
    });
    expect(outcome.elapsed).toBe(2_000);
  });

  it("goes on where the service was heard from, though no poll is answered", async () => {
    const { connection } = connectTo([started(), new TypeError("fetch failed")]);
    const wait = run(connection, startJob, args, { ...within, to: getJob });
    await expect(wait).rejects.toMatchObject({ reason: "deadline", token: expect.any(String) });
  });
});
