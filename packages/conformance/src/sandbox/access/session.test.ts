import { describe, expect, test } from "vitest";
import { arriving, gateOf, operationOf, START } from "../../../test/gates.ts";
import { createDocument } from "../../document/create-document.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Received } from "../received.ts";
import type { Gate } from "./gate.ts";

const MINUTE = 60_000;

const answer = (example: Json, more: object = {}) => ({
  "200": { description: "Done.", content: { "application/json": { example } }, ...more },
});
const json = { content: { "application/json": { schema: { type: "object" } } } };

/** A service with two ways to log in, one of them in two steps. */
const document = createDocument(
  {
    openapi: "3.1.1",
    servers: [{ url: "http://sandbox.invalid" }],
    paths: {
      "/login": {
        post: {
          operationId: "logIn",
          security: [],
          parameters: [{ name: "brief", in: "query", schema: { type: "string" } }],
          requestBody: json,
          responses: {
            "200": {
              description: "Logged in.",
              headers: { "X-Token": { schema: { type: "string" }, example: "Ab1-Ab1-Ab1-Ab1-Ab1-Ab1-" } },
              content: {
                "application/json": {
                  examples: {
                    ticket: { value: { ticket: "not-a-ticket" } },
                    user: { value: { until: "2020-01-04T09:05:22.701000Z" } },
                  },
                },
              },
              links: { redeem: { operationId: "redeem", requestBody: { ticket: "$response.body#/ticket" } } },
            },
          },
        },
      },
      "/redeem": {
        post: {
          operationId: "redeem",
          security: [],
          requestBody: json,
          responses: answer({ token: "not-a-token", seconds: 1799 }),
        },
      },
      "/logout": { post: { operationId: "logOut", responses: answer({}) } },
      "/jobs": { get: { operationId: "getJobs", responses: answer([]) } },
    },
    security: [{ Key: [] }],
    components: {
      securitySchemes: {
        Key: {
          type: "apiKey",
          in: "header",
          name: "X-Token",
          "x-session": [
            {
              login: "logIn",
              arguments: {
                kind: "user",
                user: { name: "$inputs.username", password: "$inputs.password", realm: "$inputs.realm" },
                pin: "$inputs.pinToken",
                brief: "true",
              },
              optional: ["realm", "pinToken"],
              token: "$response.header.X-Token",
              expires: "$response.body#/until",
              logout: "logOut",
              idle: "PT30M",
              lifetime: "PT2H",
            },
            {
              login: "logIn",
              arguments: { kind: "ticket", apiToken: "$inputs.apiToken" },
              // biome-ignore lint/suspicious/noThenProperty: the name of a member of x-session.
              then: "redeem",
              token: "$response.body#/token",
              expires: "$response.body#/seconds",
            },
          ],
        },
      },
    },
  },
  "things",
);

const USER = { kind: "user", user: { name: "developer", password: "not-a-password" } };
const TICKET = { kind: "ticket", apiToken: "not-a-token" };

function receive(id: string, body?: JsonObject, token = ""): Received {
  const none = { path: {}, query: {}, header: {}, cookie: {} };
  return {
    document,
    operation: operationOf(document, id),
    request: arriving({ method: "POST", headers: { "x-token": token } }),
    preference: {},
    arguments: body ? { ...none, body: { type: "application/json", value: body } } : none,
  };
}

/** What the gate makes of the documented answer. */
function answered(gate: Gate, received: Received, status?: number): Draft {
  expect(gate.identify(received)).toEqual([]);
  const draft = draftOf(document, received.operation, status);
  if (!draft) throw new Error(`no answer ${status}`);
  return gate.present(received, draft);
}

const logIn = (gate: Gate) => String(answered(gate, receive("logIn", USER)).headers["X-Token"]);

function admitted(gate: Gate, token: string): string {
  const request = arriving({ headers: { "x-token": token } });
  return gate.admit(operationOf(document, "getJobs"), request)[0]?.mistake ?? "admitted";
}

describe("what somebody logs in with", () => {
  test.each<{ name: string; body: JsonObject; want: unknown[] }>([
    { name: "name and password", body: USER, want: [] },
    {
      name: "an input that needs no value",
      body: { ...USER, user: { ...USER.user, realm: "any" } },
      want: [],
    },
    {
      name: "another password",
      body: { ...USER, user: { ...USER.user, password: "s3cret" } },
      want: [["credentialsWrong", "body #/user/password", "password"]],
    },
    {
      name: "another name",
      body: { ...USER, user: { ...USER.user, name: "somebody" } },
      want: [["credentialsWrong", "body #/user/name", "name"]],
    },
    {
      name: "no password",
      body: { ...USER, user: { name: "developer" } },
      want: [["credentialsMissing", "body #/user/password", "password"]],
    },
    {
      name: "an input that need not be given, and is wrong",
      body: { ...USER, pin: "s3cret" },
      want: [["credentialsWrong", "body #/pin", "pin"]],
    },
    { name: "a token", body: TICKET, want: [] },
    {
      name: "another token",
      body: { ...TICKET, apiToken: "t0ken" },
      want: [["credentialsWrong", "body #/apiToken", "apiToken"]],
    },
    {
      name: "a way that is not documented",
      body: { ...USER, kind: "saml" },
      want: [["parameterInvalid", "body #/kind", "kind"]],
    },
    {
      name: "one way's kind and the other's input",
      body: { ...USER, kind: "ticket" },
      want: [["credentialsMissing", "body #/apiToken", "apiToken"]],
    },
  ])("$name", ({ body, want }) => {
    const found = gateOf(document).gate.identify(receive("logIn", body));
    expect(found.map(({ mistake, at, name }) => [mistake, at, name])).toEqual(want);
    expect(JSON.stringify(found)).not.toMatch(/s3cret|t0ken|not-a-password/);
  });

  test("nothing at all", () => {
    const found = gateOf(document).gate.identify(receive("redeem"));
    expect(found).toMatchObject([{ mistake: "credentialsMissing", at: "body #/ticket" }]);
  });

  test("nothing is asked of other operations", () => {
    expect(gateOf(document).gate.identify(receive("getJobs"))).toEqual([]);
  });
});

describe("a session", () => {
  test("has a token of its own, shaped like the documented one", () => {
    const { gate } = gateOf(document);
    const tokens = [logIn(gate), logIn(gate)];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      expect(token).toMatch(/^([A-Z][a-z][0-9]-){6}$/);
      expect(admitted(gate, token)).toBe("admitted");
    }
    expect(admitted(gateOf(document).gate, tokens[0] ?? "")).toBe("credentialsWrong");
  });

  test("begins by a success alone", () => {
    const { gate } = gateOf(document);
    const received = receive("logIn", USER);
    const draft = { ...(draftOf(document, received.operation) as Draft), status: 500 };
    expect(gate.present(received, draft)).toBe(draft);
  });

  test("says when it lapses, in the documented form", () => {
    const { gate } = gateOf(document);
    expect(answered(gate, receive("logIn", USER)).value).toEqual({ until: "2026-11-22T03:02:03.000000Z" });
  });

  test.each([
    { name: "not used for half an hour", steps: [30], want: ["sessionLapsed"] },
    {
      name: "used within half an hour, time and again",
      steps: [29, 29, 29],
      want: Array(3).fill("admitted"),
    },
    {
      name: "two hours old, though it was used",
      steps: [29, 29, 29, 29, 4],
      want: [...Array(4).fill("admitted"), "sessionLapsed"],
    },
    { name: "lapsed for long", steps: [31, 600], want: ["sessionLapsed", "sessionLapsed"] },
  ])("$name", ({ steps, want }) => {
    const { gate, clock } = gateOf(document);
    const token = logIn(gate);
    const found = steps.map((minutes) => {
      clock.advance(minutes * MINUTE);
      return admitted(gate, token);
    });
    expect(found).toEqual(want);
  });

  test("lives no longer than the sandbox was told, and says so", () => {
    const { gate, clock } = gateOf(document, { sessionLifetime: MINUTE });
    const draft = answered(gate, receive("logIn", USER));
    expect(draft.value).toEqual({ until: "2026-11-22T01:03:03.000000Z" });
    const token = String(draft.headers["X-Token"]);
    clock.advance(MINUTE - 1);
    expect(admitted(gate, token)).toBe("admitted");
    clock.advance(1);
    expect(admitted(gate, token)).toBe("sessionLapsed");
  });

  test("ends when it is logged out of, and no other does", () => {
    const { gate } = gateOf(document);
    const [one, other] = [logIn(gate), logIn(gate)];
    answered(gate, receive("logOut", undefined, one));
    expect([one, other].map((token) => admitted(gate, token))).toEqual(["sessionLapsed", "admitted"]);
    answered(gate, receive("logOut", undefined, "not-a-token"));
    expect(admitted(gate, "not-a-token")).toBe("admitted");
  });

  test("ends with all others, and a new one can be had", () => {
    const { gate } = gateOf(document);
    const token = logIn(gate);
    gate.lapse();
    expect(admitted(gate, token)).toBe("sessionLapsed");
    expect(admitted(gate, logIn(gate))).toBe("admitted");
  });

  test("goes on where another gate stopped", () => {
    const { gate } = gateOf(document);
    const [good, ended] = [logIn(gate), logIn(gate)];
    answered(gate, receive("logOut", undefined, ended));
    const { gate: next, clock } = gateOf(document);
    next.restore(JSON.parse(JSON.stringify(gate.snapshot())));
    expect([good, ended].map((token) => admitted(next, token))).toEqual(["admitted", "sessionLapsed"]);
    clock.advance(30 * MINUTE);
    expect(admitted(next, good)).toBe("sessionLapsed");
  });
});

describe("a login in two steps", () => {
  test("gives a ticket, and the session for it", () => {
    const { gate, clock } = gateOf(document);
    const { ticket } = answered(gate, receive("logIn", TICKET)).value as { ticket: string };
    expect(ticket).toMatch(/^not-a-ticket-[a-z]{12,}$/);
    expect(admitted(gate, ticket)).toBe("credentialsWrong");
    const { token, seconds } = answered(gate, receive("redeem", { ticket })).value as Record<string, Json>;
    expect(seconds).toBe(1799);
    expect(admitted(gate, String(token))).toBe("admitted");
    clock.advance(1799_000);
    expect(admitted(gate, String(token))).toBe("sessionLapsed");
    // The ticket is good for another session.
    gate.lapse();
    expect(gate.identify(receive("redeem", { ticket }))).toEqual([]);
    expect(clock.now()).toBe(START + 1799_000);
  });

  test("takes no ticket that nobody was given", () => {
    const { gate } = gateOf(document);
    const session = logIn(gate);
    for (const ticket of ["t0ken", session]) {
      expect(gate.identify(receive("redeem", { ticket }))).toMatchObject([{ mistake: "credentialsWrong" }]);
    }
  });
});
