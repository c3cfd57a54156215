import { describe, expect, it } from "vitest";
import { byChain, byPassword, callJob, faultOf, type Opening, openSession } from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { logInBasic } from "../../test/session-service.ts";
import type { Connection } from "../connection.ts";
import { logout } from "./logout.ts";
import { createSession } from "./session.ts";

declare const process: {
  getBuiltinModule(id: "node:util"): { inspect(value: unknown, options: { depth: number }): string };
};

const SECRET = 'Secret "canary" /+&=€';

/** All ways in which a value gets into a log. */
function printed(value: unknown): string {
  const { inspect } = process.getBuiltinModule("node:util");
  const { stack, message } = value as Error;
  return [
    inspect(value, { depth: 20 }),
    JSON.stringify(value),
    String(value),
    stack,
    message,
    JSON.stringify({ ...(value as object) }),
  ].join("\n");
}

const inputs = { username: "ann", password: SECRET };

/** A `fetch` of the user's that is too talkative. */
const talkative: Opening["fetch"] = async (url, { headers, body }) => {
  throw new TypeError(`no way to ${url} with ${JSON.stringify(headers)}`, {
    cause: new Error(`${body}; ${body && JSON.parse(`${body}`).password}`),
  });
};

describe("no secret is printed", () => {
  it("of the credential, before and after a login", async () => {
    const credential = createSession({ Session: [byPassword] }, inputs);
    const { connection } = openSession(new SessionServer(), { auth: credential });
    expect(printed(credential)).not.toMatch(/canary/);
    await callJob(connection);
    expect(printed(credential)).not.toMatch(/canary/);
    expect(printed(connection)).not.toMatch(/canary/);
    expect(JSON.stringify(credential)).toBe('{"name":"session(…)"}');
  });

  const basic = { login: logInBasic, inputs: { username: true, password: true }, arguments: {} };
  const rows: {
    name: string;
    given?: Opening;
    prepare?: (server: SessionServer) => void;
    act?: (connection: Connection) => Promise<unknown>;
  }[] = [
    { name: "a fetch that fails with a password in the body", given: { fetch: talkative } },
    { name: "a fetch that fails with a password in a header", given: { way: basic, fetch: talkative } },
    {
      name: "a refusal that repeats the password",
      prepare: (server) => {
        server.answers.logIn = ({ body }) => Response.json({ code: "NotYou", body }, { status: 401 });
      },
    },
    {
      name: "a second login that repeats what the first gave",
      given: { way: byChain },
      prepare: (server) => {
        server.answers.getToken = ({ body }) => Response.json({ code: "NotYou", body }, { status: 400 });
      },
    },
    {
      name: "an answer without the token",
      prepare: (server) => {
        server.answers.logIn = ({ body }) => Response.json({ body });
      },
    },
    {
      name: "a page in the token's stead",
      given: { way: { token: "$response.body#/token" } },
      prepare: (server) => {
        server.answers.logIn = ({ body }) => new Response(`<html>${body}`);
      },
    },
    {
      name: "a call with the token",
      act: async (connection) => {
        await callJob(connection);
        return callJob({ ...connection, fetch: talkative as Connection["fetch"] });
      },
    },
    {
      name: "a logout",
      prepare: (server) => {
        server.answers.logOut = ({ headers }) =>
          Response.json({ code: "No", token: headers.get("x-session") }, { status: 500 });
      },
      act: async (connection) => {
        await callJob(connection);
        await logout(connection);
      },
    },
  ];

  it.each(rows)("of $name", async ({ given, prepare, act = (connection) => callJob(connection) }) => {
    const server = new SessionServer();
    prepare?.(server);
    const { connection } = openSession(server, { inputs, ...given });
    const error = await faultOf(act(connection));
    expect(error).toBeInstanceOf(Error);
    expect(printed(error)).not.toMatch(/canary/);
    expect(printed(error)).not.toContain(
      btoa(String.fromCharCode(...new TextEncoder().encode(`ann:${SECRET}`))),
    );
  });
});
