import { describe, expect, it } from "vitest";
import { withLoopback } from "../../test/loopback.ts";
import {
  byChain,
  byPassword,
  callJob,
  faultOf,
  INPUTS,
  type Opening,
  openSession,
} from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { logInBasic, logInDeep, sessionService } from "../../test/session-service.ts";
import { connect } from "../connection.ts";
import { logout } from "./logout.ts";
import { createSession } from "./session.ts";

describe("a session", () => {
  it("logs in once for 50 calls at the same time, over HTTP", async () => {
    const server = new SessionServer();
    const statuses = await withLoopback(
      (request) => server.answer(request),
      (baseUrl) => {
        const auth = createSession({ Session: [byPassword] }, INPUTS);
        const connection = connect(sessionService, { baseUrl, auth });
        return Promise.all(Array.from({ length: 50 }, () => callJob(connection)));
      },
    );
    expect(statuses).toEqual(Array(50).fill(200));
    expect([server.count("logIn"), server.count("getJob")]).toEqual([1, 50]);
    expect(JSON.parse(server.last("logIn").body)).toEqual({ user: "ann", password: "password-canary" });
  });

  const ways: {
    name: string;
    given: Opening;
    want: { body?: unknown; query?: string; authorization?: string; bears: string };
    login: string;
  }[] = [
    {
      name: "arguments at any depth, without those that are not given",
      given: {
        way: {
          login: logInDeep,
          inputs: { username: true, password: true, totp: false, project: false },
          arguments: {
            auth: {
              identity: {
                methods: ["password"],
                password: {
                  user: {
                    name: "$inputs.username",
                    password: "$inputs.password",
                    domain: { name: "$inputs.domain" },
                  },
                },
                totp: { user: { passcode: "$inputs.totp" } },
              },
              scope: { project: { name: "$inputs.project" } },
            },
          },
        },
        inputs: { ...INPUTS, project: "p1" },
      },
      login: "logInDeep",
      want: {
        body: {
          auth: {
            identity: {
              methods: ["password"],
              password: { user: { name: "ann", password: "password-canary" } },
            },
            scope: { project: { name: "p1" } },
          },
        },
        bears: "token-canary-1",
      },
    },
    {
      name: "a user name that HTTP Basic could not send, where the login does not ask for it",
      given: { inputs: { ...INPUTS, username: "urn:ann" } },
      login: "logIn",
      want: { body: { user: "urn:ann", password: "password-canary" }, bears: "token-canary-1" },
    },
    {
      name: "HTTP Basic, where the login asks for it, and a token in a header",
      given: {
        scheme: "Bearer",
        way: {
          login: logInBasic,
          inputs: { username: true, password: true, org: true },
          arguments: { org: "$inputs.org" },
        },
        inputs: { ...INPUTS, org: "a b" },
      },
      login: "logInBasic",
      want: {
        query: "?org=a%20b",
        authorization: `Basic ${btoa("ann:password-canary")}`,
        bears: "Bearer token-canary-1",
      },
    },
    {
      name: "a second operation, by the link of the status, and a token in the body",
      given: {
        scheme: "Bearer",
        way: byChain,
      },
      login: "getToken",
      want: { query: "?realm=ann", body: { refresh: "refresh-canary" }, bears: "Bearer token-canary-2" },
    },
  ];

  it.each(ways)("logs in with $name", async ({ given, login, want }) => {
    const server = new SessionServer();
    expect(await callJob(openSession(server, given).connection)).toBe(200);
    const { body, url, headers } = server.last(login);
    expect(body && JSON.parse(body)).toEqual(want.body ?? "");
    expect(url.search).toBe(want.query ?? "");
    expect(headers.get("authorization")).toBe(want.authorization ?? null);
    const job = server.last("getJob").headers;
    expect(job.get("x-session") ?? job.get("authorization")).toBe(want.bears);
  });

  it("asks a function for an input at each login", async () => {
    const server = new SessionServer();
    const passwords = ["first", "second"];
    const inputs = { username: "ann", password: async () => passwords.shift() ?? "" };
    const { connection } = openSession(server, { inputs });
    await callJob(connection);
    server.revoke();
    await callJob(connection);
    expect(server.arrived.filter(({ operation }) => operation === "logIn").map(({ body }) => body)).toEqual([
      '{"user":"ann","password":"first"}',
      '{"user":"ann","password":"second"}',
    ]);
    server.revoke();
    expect(await faultOf(callJob(connection))).toEqual(
      new TypeError("session(…) has no password: the function for it gave an empty text instead of a text."),
    );
  });

  it("takes a token in a header though the body of the login is a page", async () => {
    const server = new SessionServer();
    server.answers.logIn = () => new Response("<html>", { headers: server.give().headers });
    expect(await callJob(openSession(server).connection)).toBe(200);
  });
});

describe("logout", () => {
  it("ends the session with its token; the next call logs in anew", async () => {
    const server = new SessionServer();
    const { connection } = openSession(server);
    await callJob(connection);
    await logout(connection);
    expect(server.last("logOut").headers.get("x-session")).toBe("token-canary-1");
    await logout(connection);
    expect(server.count("logOut")).toBe(1);
    expect(await callJob(connection)).toBe(200);
    expect(server.count("logIn")).toBe(2);
  });

  it("waits for the login that is under way", async () => {
    const server = new SessionServer();
    const { connection } = openSession(server);
    const call = callJob(connection);
    await logout(connection);
    expect(server.count("logOut")).toBe(1);
    // The call began before the end, and may come too late: then it has a session of its own.
    expect(await call).toBe(200);
  });

  const rows: { name: string; given?: Opening; answer: number; want: unknown; sent: number }[] = [
    { name: "of a session that has lapsed", answer: 401, want: undefined, sent: 1 },
    { name: "that is refused", answer: 500, want: { operation: "logOut", status: 500 }, sent: 1 },
    {
      name: "where none is documented",
      given: { way: { logout: undefined as never } },
      answer: 500,
      want: undefined,
      sent: 0,
    },
  ];

  it.each(rows)("$name", async ({ given, answer, want, sent }) => {
    const server = new SessionServer();
    server.answers.logOut = () => new Response(null, { status: answer });
    const { connection } = openSession(server, given);
    await logout(connection);
    expect(server.count("logOut")).toBe(0);
    await callJob(connection);
    const thrown = await faultOf(logout(connection));
    if (want) expect(thrown).toMatchObject(want as object);
    else expect(thrown).toBeUndefined();
    expect(server.count("logOut")).toBe(sent);
  });
});
