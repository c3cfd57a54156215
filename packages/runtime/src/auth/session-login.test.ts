import { describe, expect, it, vi } from "vitest";
import { byChain, callJob, faultOf, gate, type Opening, openSession } from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { RequestError } from "../request-error.ts";
import { createVirtualClock } from "../testing/virtual-clock.ts";
import { logout } from "./logout.ts";

describe("a login that fails", () => {
  it.each([400, 401, 403, 503])(
    "with %i fails all calls that wait for it; the next one tries again",
    async (code) => {
      const server = new SessionServer();
      server.answers.logIn = () => Response.json({ code: "NotYou" }, { status: code });
      const { connection } = openSession(server);
      const faults = await Promise.all(Array.from({ length: 5 }, () => faultOf(callJob(connection))));
      expect(new Set(faults).size).toBe(1);
      expect(faults[0]).toBeInstanceOf(RequestError);
      expect(faults[0]).toMatchObject({ reason: "status", operation: "logIn", status: code, code: "NotYou" });
      expect([server.count("logIn"), server.count("getJob")]).toEqual([1, 0]);
      delete server.answers.logIn;
      expect(await callJob(connection)).toBe(200);
    },
  );

  const ends = [
    { name: "a 401", way: {}, wait: 0 },
    { name: "its life", way: { lifetime: "PT1H" }, wait: 3_600_000 },
  ];

  it.each(ends)("after $name is not tried again by the calls that were under way", async ({ way, wait }) => {
    const server = new SessionServer();
    const { connection, clock } = openSession(server, { way });
    await callJob(connection);
    const gates = [1, 2, 3].map(() => gate());
    const [...waiting] = gates;
    server.answers.getJob = async () => {
      await waiting.shift()?.opened;
      return new Response(null, { status: 401 });
    };
    server.answers.logIn = () => new Response(null, { status: 400 });
    const faults = gates.map(() => faultOf(callJob(connection)));
    await vi.waitFor(() => expect(waiting).toEqual([]));
    clock.pass(wait);
    if (wait > 0) expect(await faultOf(callJob(connection))).toMatchObject({ operation: "logIn" });
    for (const [index, one] of gates.entries()) {
      one.open();
      expect(await faults[index]).toMatchObject({ operation: "logIn", status: 400 });
    }
    expect(server.count("logIn")).toBe(2);
  });

  it("is made good by the next one, also for the calls that were under way", async () => {
    const server = new SessionServer();
    const { connection } = openSession(server);
    await callJob(connection);
    const [late, login] = [gate(), gate()];
    server.answers.getJob = async () => {
      delete server.answers.getJob;
      await late.opened;
      return new Response(null, { status: 401 });
    };
    const first = callJob(connection);
    await vi.waitFor(() => expect(server.answers.getJob).toBeUndefined());
    server.revoke();
    server.answers.logIn = () => new Response(null, { status: 400 });
    expect(await faultOf(callJob(connection))).toMatchObject({ operation: "logIn" });
    server.answers.logIn = async () => {
      await login.opened;
      return server.give();
    };
    const next = callJob(connection);
    late.open();
    await vi.waitFor(() => expect(server.count("logIn")).toBe(3));
    login.open();
    expect(await Promise.all([first, next])).toEqual([200, 200]);
    expect(server.count("logIn")).toBe(3);
  });

  const rows: { name: string; given?: Opening; answer: () => Response; want: object }[] = [
    {
      name: "without the token",
      answer: () => Response.json({}),
      want: {
        reason: "malformed",
        operation: "logIn",
        message: expect.stringContaining("no token at $response.header.X-New-Session. To a page"),
      },
    },
    {
      name: "with a page where the token should be",
      given: { way: { token: "$response.body#/token" } },
      answer: () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      want: { reason: "malformed", operation: "logIn", message: expect.stringContaining("html") },
    },
    {
      name: "without what the second operation is asked with",
      given: { way: { ...byChain, login: { ...byChain.login, path: "/logIn" } } },
      answer: () => Response.json({}),
      want: {
        reason: "malformed",
        operation: "getRefreshToken",
        message: expect.stringContaining("holds no $response.body#/refresh"),
      },
    },
    {
      name: "with a redirect",
      answer: () =>
        new Response(null, { status: 302, headers: { location: "https://elsewhere.example.com" } }),
      want: { reason: "redirect", operation: "logIn", status: 302 },
    },
    {
      name: "with no answer",
      answer: () => {
        throw new TypeError("fetch failed: password-canary, password%2Dcanary");
      },
      want: { reason: "connection", operation: "logIn" },
    },
  ];

  it.each(rows)("$name", async ({ given, answer, want }) => {
    const server = new SessionServer();
    server.answers.logIn = answer;
    expect(await faultOf(callJob(openSession(server, given).connection))).toMatchObject(want);
  });
});

describe("a function for an input that gives nothing", () => {
  it("fails the calls that wait for it, and keeps neither a logout nor the next call for ever", async () => {
    const server = new SessionServer();
    const clock = createVirtualClock();
    const password = vi.fn(async () => "password-canary").mockReturnValueOnce(new Promise(() => {}));
    const inputs = { username: "ann", password };
    const { connection } = openSession(server, { inputs, clock, totalTimeout: "1m" });
    const first = faultOf(callJob(connection));
    await vi.waitFor(() => expect(password).toHaveBeenCalledTimes(1));
    clock.advance(59_000);
    const second = faultOf(callJob(connection));
    const ended = logout(connection);
    clock.advance(1_000);
    await first;
    await ended;
    expect(await second).toEqual(
      new TypeError("session(…): a function for what the login needs gave nothing in time."),
    );
    expect(await callJob(connection)).toBe(200);
    expect(password).toHaveBeenCalledTimes(2);
  });
});

describe("a caller that aborts", () => {
  it("is rejected at once, and the login goes on for the others", async () => {
    const server = new SessionServer();
    const login = gate();
    server.answers.logIn = async () => {
      await login.opened;
      return server.give();
    };
    const { connection } = openSession(server);
    const controller = new AbortController();
    const aborted = faultOf(callJob(connection, controller.signal));
    const other = callJob(connection);
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await aborted).toBe(reason);
    login.open();
    expect(await other).toBe(200);
    expect([server.count("logIn"), server.count("getJob")]).toEqual([1, 1]);
  });
});
