import { describe, expect, it } from "vitest";
import { byPassword, callJob, faultOf, gate, INPUTS, openSession } from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { sessionService } from "../../test/session-service.ts";
import { connect } from "../connection.ts";
import { createSession } from "./session.ts";
import type { SessionDescription } from "./session-description.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("the token of a session", () => {
  // The server's own clock goes 20 minutes ahead of ours, which stands at noon.
  const date = "Sun, 22 Nov 2026 12:20:00 GMT";
  const rows: {
    name: string;
    given: Partial<SessionDescription>;
    expires?: unknown;
    waits: number[];
    logins: number;
  }[] = [
    { name: "no known life", given: {}, waits: [1000 * HOUR], logins: 1 },
    {
      name: "24 hours, a minute and a bit before",
      given: { lifetime: "PT24H" },
      waits: [24 * HOUR - 60_001],
      logins: 1,
    },
    {
      name: "24 hours, a minute before",
      given: { lifetime: "PT24H" },
      waits: [24 * HOUR - 60_000],
      logins: 2,
    },
    { name: "24 hours, in use", given: { lifetime: "PT24H" }, waits: [12 * HOUR, 12 * HOUR], logins: 2 },
    {
      name: "5 minutes, before the last tenth",
      given: { lifetime: "PT5M" },
      waits: [4.4 * MINUTE],
      logins: 1,
    },
    { name: "5 minutes, in the last tenth", given: { lifetime: "PT5M" }, waits: [4.6 * MINUTE], logins: 2 },
    { name: "seconds, before", given: {}, expires: 3600, waits: [58 * MINUTE], logins: 1 },
    { name: "seconds, after", given: {}, expires: 3600, waits: [59 * MINUTE], logins: 2 },
    { name: "seconds as text", given: {}, expires: "3600", waits: [59 * MINUTE], logins: 2 },
    {
      name: "a time stamp, before",
      given: {},
      expires: "2026-11-22T13:20:00.701000Z",
      waits: [58 * MINUTE],
      logins: 1,
    },
    {
      name: "a time stamp, after",
      given: {},
      expires: "2026-11-22T13:20:00.701000Z",
      waits: [59.1 * MINUTE],
      logins: 2,
    },
    {
      name: "a time stamp that has passed",
      given: {},
      expires: "2026-11-22T12:00:00Z",
      waits: [1, 1],
      logins: 3,
    },
    {
      name: "a time stamp, but a shorter life",
      given: { lifetime: "PT10M" },
      expires: 3600,
      waits: [9 * MINUTE],
      logins: 2,
    },
    { name: "no time at all", given: { lifetime: "PT10M" }, expires: "soon", waits: [8 * MINUTE], logins: 1 },
    {
      name: "30 minutes idle, in use",
      given: { idle: "PT30M" },
      waits: [28 * MINUTE, 28 * MINUTE, 28 * MINUTE],
      logins: 1,
    },
    {
      name: "30 minutes idle, at rest",
      given: { idle: "PT30M" },
      waits: [28 * MINUTE, 29 * MINUTE],
      logins: 2,
    },
    {
      name: "30 minutes idle and 1 hour in all",
      given: { idle: "PT30M", lifetime: "PT1H" },
      waits: [20 * MINUTE, 20 * MINUTE, 19 * MINUTE],
      logins: 2,
    },
  ];

  it.each(rows)("is renewed ahead of time: $name", async ({ given, expires, waits, logins }) => {
    const server = new SessionServer();
    server.members = { expires };
    server.headers = { date };
    const { connection, clock } = openSession(server, {
      way: { ...given, expires: "$response.body#/expires" },
    });
    await callJob(connection);
    for (const wait of waits) {
      clock.pass(wait);
      expect(await callJob(connection)).toBe(200);
    }
    expect(server.count("logIn")).toBe(logins);
  });

  it("serves as long as it is good if it cannot be renewed ahead of time", async () => {
    const server = new SessionServer();
    const { connection, clock } = openSession(server, { way: { lifetime: "PT24H" } });
    await callJob(connection);
    server.answers.logIn = () => new Response(null, { status: 503 });
    const logins = [];
    for (const wait of [24 * HOUR - MINUTE, 29_000, 1000, 29_999]) {
      clock.pass(wait);
      expect(await callJob(connection)).toBe(200);
      logins.push(server.count("logIn"));
    }
    expect(logins).toEqual([2, 2, 3, 3]);
    clock.pass(1);
    expect(await faultOf(callJob(connection))).toMatchObject({ operation: "logIn", status: 503 });
  });

  it.each(["Session", "Bearer"])(
    "in %s is renewed once for all calls that come back with 401",
    async (scheme) => {
      const server = new SessionServer();
      const { connection } = openSession(server, { scheme });
      await callJob(connection);
      server.revoke();
      expect(await Promise.all(Array.from({ length: 10 }, () => callJob(connection)))).toEqual(
        Array(10).fill(200),
      );
      // Each is sent once more.
      expect([server.count("logIn"), server.count("getJob")]).toEqual([2, 21]);
    },
  );

  it("is not renewed by a late 401 to an earlier one", async () => {
    const server = new SessionServer();
    const { connection } = openSession(server);
    await callJob(connection);
    const [arrived, late] = [gate(), gate()];
    server.answers.getJob = async () => {
      delete server.answers.getJob;
      arrived.open();
      await late.opened;
      return new Response(null, { status: 401 });
    };
    const first = callJob(connection);
    await arrived.opened;
    server.revoke();
    expect(await callJob(connection)).toBe(200);
    late.open();
    expect(await first).toBe(200);
    expect(server.count("logIn")).toBe(2);
  });

  it("is renewed no more than once a call", async () => {
    const server = new SessionServer();
    server.answers.getJob = () => Response.json({ code: "NotHere" }, { status: 401 });
    expect(await callJob(openSession(server).connection)).toBe(401);
    expect([server.count("logIn"), server.count("getJob")]).toEqual([2, 2]);
  });

  it("goes to no other server", async () => {
    const [one, other] = [new SessionServer("one"), new SessionServer("other")];
    const auth = createSession({ Session: [byPassword] }, INPUTS);
    const connection = connect(sessionService, { auth, fetch: one.fetch });
    const second = connect(sessionService, {
      auth,
      baseUrl: "https://other.example.com",
      fetch: other.fetch,
    });
    expect(await Promise.all([connection, second, connection, second].map((to) => callJob(to)))).toEqual(
      Array(4).fill(200),
    );
    expect([one, other].map((server) => server.last("getJob").headers.get("x-session"))).toEqual([
      expect.stringMatching(/^one-/),
      expect.stringMatching(/^other-/),
    ]);
    // One that is derived from another goes to the same server.
    expect(await callJob({ ...connection, hooks: {} })).toBe(200);
    expect([one.count("logIn"), other.count("logIn")]).toEqual([1, 1]);
  });
});
