import { describe, expect, it } from "vitest";
import { byChain, byPassword } from "../../test/open-session.ts";
import { getToken, logIn, logInBasic } from "../../test/session-service.ts";
import type { SessionDescription, SessionDescriptions } from "./session-description.ts";
import type { SessionInputs } from "./session-inputs.ts";
import { chooseWay } from "./session-way.ts";

const byOrg = { ...byPassword, login: logInBasic, inputs: { username: true, password: true, org: true } };
const byToken = { ...byPassword, login: getToken, inputs: { refresh: true } };
const again = { ...byPassword, login: { ...getToken, id: "getOtherToken" }, inputs: { refresh: true } };
// It begins with the same login as the first, and takes the same.
const longer: SessionDescription = { ...byChain, login: logIn, inputs: byPassword.inputs };
const sessions: SessionDescriptions = { Session: [byPassword, byOrg, longer], Bearer: [byToken, again] };

describe("the way to log in", () => {
  const password = () => "p";
  const rows: {
    given: SessionInputs;
    want: [scheme: string, login: string, inputs: string[]];
    second?: string;
  }[] = [
    { given: { username: "u", password: "p" }, want: ["Session", "logIn", ["username", "password"]] },
    {
      given: { username: "u", password, domain: "d" },
      want: ["Session", "logIn", ["username", "password", "domain"]],
    },
    { given: { username: "u", password, domain: "" }, want: ["Session", "logIn", ["username", "password"]] },
    {
      given: { username: "u", password, domain: undefined },
      want: ["Session", "logIn", ["username", "password"]],
    },
    {
      given: { username: "u", password, org: "o" },
      want: ["Session", "logInBasic", ["username", "password", "org"]],
    },
    {
      given: { login: "logIn", username: "u", password },
      want: ["Session", "logIn", ["username", "password"]],
    },
    {
      given: { login: "getToken", username: "u", password },
      want: ["Session", "logIn", ["username", "password"]],
      second: "getToken",
    },
    { given: { refresh: "r" }, want: ["Bearer", "getToken", ["refresh"]] },
    { given: { login: "getOtherToken", refresh: "r" }, want: ["Bearer", "getOtherToken", ["refresh"]] },
  ];

  it.each(rows)("with $given is $want", ({ given, want, second }) => {
    const { schemeName, way, given: kept } = chooseWay(sessions, given);
    expect([schemeName, way.login.id, Object.keys(kept)]).toEqual(want);
    expect(way.then?.id).toBe(second);
  });
});

describe("inputs that fit no way", () => {
  const all = (faults: readonly (string | undefined)[] = []) =>
    [
      "\n- logIn takes username, password, domain (optional)",
      "\n- logInBasic takes username, password, org",
      "\n- getToken takes username, password, domain (optional)",
      "\n- getToken takes refresh",
      "\n- getOtherToken takes refresh",
    ]
      .map((line, index) => line + (faults[index] ?? ""))
      .join("");

  const rows: { given: SessionInputs; want: string }[] = [
    {
      given: { username: "canary", passwort: "canary" },
      want:
        "session(…) got username, passwort, which is not what a way to log in takes. There are:" +
        all([
          "; it lacks password and does not take passwort",
          "; it lacks password, org and does not take passwort",
          "; it lacks password and does not take passwort",
          "; it lacks refresh and does not take username, passwort",
          "; it lacks refresh and does not take username, passwort",
        ]),
    },
    {
      given: { login: "logIn", username: "canary", password: "" },
      want:
        'session(…) got login: "logIn", username, password (empty: is a variable not set?), which is not what a way ' +
        `to log in takes. There are:${all(["; it lacks password"])}`,
    },
    {
      given: { login: "logOn", username: "canary", password: "canary" },
      want: `session(…) got login: "logOn", username, password, but there is no such login. There are:${all()}`,
    },
  ];

  it.each(rows)("teach: $want", ({ given, want }) => {
    expect(() => chooseWay(sessions, given)).toThrow(
      new TypeError(`${want}\nExample: session({ username, password })`),
    );
  });

  it.each([
    { given: 1, want: "session(…) takes an object: session({ username, password }). It got number." },
    { given: { password: 1 }, want: "session(…): password is no text, and no function that gives one." },
    { given: { login: () => "logIn" }, want: "session(…): login is no text." },
  ])("of a wrong type teach: $want", ({ given, want }) => {
    expect(() => chooseWay(sessions, given as never)).toThrow(new TypeError(want));
  });
});
