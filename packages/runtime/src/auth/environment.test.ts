import { describe, expect, it } from "vitest";
import { byPassword, callJob } from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { getToken, logInBasic, sessionService } from "../../test/session-service.ts";
import { signatures, scheme as signed } from "../../test/signing/signed-scheme.ts";
import { connect } from "../connection.ts";
import type { ServiceDescription } from "../service-description.ts";
import { type AccessKey, createAccessKey } from "./access-key.ts";
import { credentialFromEnvironment, type Environment, type EnvironmentDescription } from "./environment.ts";
import { createSession } from "./session.ts";
import type { SessionDescriptions } from "./session-description.ts";

const service: ServiceDescription = {
  ...sessionService,
  securitySchemes: {
    ...sessionService.securitySchemes,
    Key: signed,
    Other: { type: "apiKey", in: "header", name: "X-Other" },
  },
};

const sessions: SessionDescriptions = {
  Session: [
    byPassword,
    {
      ...byPassword,
      login: logInBasic,
      inputs: { username: true, password: true, org: true },
      arguments: { org: "$inputs.org" },
    },
    { ...byPassword, inputs: { org: false, ticket: false } },
    // No variable is documented for what it needs.
    { ...byPassword, login: getToken, inputs: { refresh: true } },
  ],
};

const environment: EnvironmentDescription = {
  Session: {
    username: ["JOBS_USER", "JOBS_USERNAME"],
    password: ["JOBS_PASSWORD"],
    org: ["JOBS_ORG"],
    token: ["JOBS_SESSION"],
  },
  Bearer: { token: ["JOBS_TOKEN"] },
  Password: { username: ["JOBS_USER"], password: ["JOBS_PIN"] },
  Key: { accessKeyId: ["JOBS_AK"], accessKeySecret: ["JOBS_SK"], securityToken: ["JOBS_ST"] },
};

const accessKey = (key: AccessKey) => createAccessKey(signatures, key);
const source = { service, environment, sessions, createSession, accessKey };

describe("a credential from the environment", () => {
  const rows: { name: string; given: Environment; want: string; login?: string }[] = [
    { name: "a token that is had already", given: { JOBS_SESSION: "t1" }, want: "Session: apiKey(…)" },
    {
      name: "a login",
      given: { JOBS_USER: "u", JOBS_PASSWORD: "p" },
      want: "Session: session(…)",
      login: "logIn",
    },
    {
      name: "the second name of a variable",
      given: { JOBS_USER: "", JOBS_USERNAME: "u", JOBS_PASSWORD: "p" },
      want: "Session: session(…)",
      login: "logIn",
    },
    {
      name: "the login that uses all there is",
      given: { JOBS_USER: "u", JOBS_PASSWORD: "p", JOBS_ORG: "o" },
      want: "Session: session(…)",
      login: "logInBasic",
    },
    {
      name: "a token before a login",
      given: { JOBS_USER: "u", JOBS_PASSWORD: "p", JOBS_SESSION: "t1" },
      want: "Session: apiKey(…)",
    },
    { name: "the next scheme", given: { JOBS_USER: "u", JOBS_TOKEN: "t2" }, want: "Bearer: bearer(…)" },
    { name: "HTTP Basic", given: { JOBS_USER: "u", JOBS_PIN: "p" }, want: "Password: basic(…)" },
    { name: "an access key", given: { JOBS_AK: "a", JOBS_SK: "s" }, want: "Key: accessKey(…)" },
    {
      name: "a temporary access key",
      given: { JOBS_AK: "a", JOBS_SK: "s", JOBS_ST: "t" },
      want: "Key: accessKey(…)",
    },
  ];

  it.each(rows)("$name", async ({ given, want, login }) => {
    const credential = credentialFromEnvironment(source, given);
    const served = Object.entries(service.securitySchemes).filter(([name, scheme]) =>
      credential.matches(scheme, name),
    );
    expect(served.map(([name]) => `${name}: ${credential.name}`)).toEqual([want]);
    if (!login) return;
    const server = new SessionServer();
    expect(await callJob(connect(service, { auth: credential, fetch: server.fetch }))).toBe(200);
    expect(server.arrived[0]?.operation).toBe(login);
  });

  it("is read from the variables of the process by default", () => {
    expect(() => credentialFromEnvironment(source)).toThrow("The environment holds no complete credential.");
  });
});

describe("the variables of an environment without a complete credential", () => {
  const password = { username: ["JOBS_USER"], password: ["JOBS_PASSWORD"] };
  const basic = { type: "http", scheme: "basic" } as const;
  const twice = { ...service, securitySchemes: { One: basic, Two: basic } };

  it("are told once, if two schemes are served by the same", () => {
    const environment = { One: password, Two: password };
    expect(() => credentialFromEnvironment({ service: twice, environment }, {})).toThrow(
      new TypeError(
        "The environment holds no complete credential. Set the variables of one of these:\n" +
          "- One: JOBS_USER and JOBS_PASSWORD\nSet are: none. Empty are: none.",
      ),
    );
  });
});

describe("an environment without a complete credential", () => {
  const all = `The environment holds no complete credential. Set the variables of one of these:
- Session: JOBS_SESSION; or (JOBS_USER or JOBS_USERNAME) and JOBS_PASSWORD; or (JOBS_USER or JOBS_USERNAME) and JOBS_PASSWORD and JOBS_ORG
- Bearer: JOBS_TOKEN
- Password: JOBS_USER and JOBS_PIN
- Key: JOBS_AK and JOBS_SK (optional: JOBS_ST)
`;
  const rows: { given: Environment; want: string }[] = [
    { given: {}, want: "Set are: none. Empty are: none." },
    {
      given: { JOBS_USER: "canary", JOBS_AK: "canary", OTHER: "canary" },
      want: "Set are: JOBS_USER, JOBS_AK. Empty are: none.",
    },
    {
      given: { JOBS_USERNAME: "canary", JOBS_PASSWORD: "" },
      want: "Set are: JOBS_USERNAME. Empty are: JOBS_PASSWORD.",
    },
  ];

  it.each(rows)("teaches: $want", ({ given, want }) => {
    expect(() => credentialFromEnvironment(source, given)).toThrow(new TypeError(all + want));
  });
});
