import { describe, expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import { clientEnvironment, liveCredentials } from "./environment.ts";

const securitySchemes = {
  Token: {
    type: "apiKey",
    in: "header",
    name: "X-Token",
    "x-environment": {
      acmeUser: ["ACME_USER", "ACME_LOGIN"],
      acmePassword: ["ACME_PASSWORD"],
      token: ["ACME_TOKEN"],
    },
  },
  Key: {
    type: "http",
    scheme: "ACME",
    "x-environment": {
      accessKeyId: ["ACME_ID"],
      accessKeySecret: ["ACME_SECRET"],
      securityToken: ["ACME_STS"],
    },
  },
};
const acme = documentOf({}, { securitySchemes });

describe("credentials of a live run", () => {
  test.each<{ given: Record<string, string>; want: object | undefined }>([
    { given: {}, want: undefined },
    { given: { ACME_TOKEN: "" }, want: undefined },
    { given: { ACME_TOKEN: "t" }, want: { token: "t" } },
    { given: { ACME_LOGIN: "second", ACME_PASSWORD: "p" }, want: { username: "second", password: "p" } },
    { given: { ACME_USER: "first", ACME_LOGIN: "second" }, want: { username: "first" } },
    { given: { ACME_ID: "i", ACME_SECRET: "s" }, want: { accessKey: { id: "i", secret: "s" } } },
    { given: { ACME_ID: "i" }, want: undefined },
    { given: { ACME_TOKEN: "theirs", SETTLED_TOKEN: "ours" }, want: { token: "ours" } },
    { given: { OTHER_TOKEN: "t" }, want: undefined },
    // As a file ends that a token was read from.
    { given: { ACME_TOKEN: "t\n" }, want: { token: "t\n" } },
  ])("$given", ({ given, want }) => {
    expect(liveCredentials(acme, given)).toEqual(want);
  });
});

test.each([
  { given: { ACME_TOKEN: "a\nb" }, want: "no header can hold what ACME_TOKEN is set to" },
  { given: { SETTLED_TOKEN: "t\u6771" }, want: "no header can hold what SETTLED_TOKEN is set to" },
  { given: { ACME_ID: "\0", ACME_SECRET: "s" }, want: "no header can hold what ACME_ID is set to" },
])("what no header can hold is told by its name alone: $given", ({ given, want }) => {
  expect(() => liveCredentials(acme, given)).toThrow(want);
});

test.each<{ given: Record<string, string>; want: Record<string, string> }>([
  { given: { SETTLED_TOKEN: "t" }, want: { ACME_TOKEN: "t" } },
  { given: { SETTLED_USERNAME: "u", SETTLED_PASSWORD: "p" }, want: { ACME_USER: "u", ACME_PASSWORD: "p" } },
  { given: { SETTLED_USERNAME: "u", ACME_LOGIN: "l" }, want: { ACME_LOGIN: "l" } },
])("a client finds in its own variables what only ours hold: $given", ({ given, want }) => {
  const env = clientEnvironment(acme, given);
  const own = Object.entries(env).filter(([name, value]) => name.startsWith("ACME_") && value !== undefined);
  expect(Object.fromEntries(own)).toEqual(want);
});
