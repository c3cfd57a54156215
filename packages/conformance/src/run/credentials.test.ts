import { describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import type { Operation } from "../document/document.ts";
import { credentialsFor, credentialsFromEnvironment, DEVELOPMENT_CREDENTIALS } from "./credentials.ts";

describe("credentials from the environment", () => {
  const pair = { SETTLED_ACCESS_KEY_ID: "i", SETTLED_ACCESS_KEY_SECRET: "s" };
  test.each<{ given: NodeJS.ProcessEnv; want: object | undefined }>([
    { given: {}, want: undefined },
    { given: { SETTLED_TOKEN: "" }, want: undefined },
    { given: { SETTLED_TOKEN: "t" }, want: { token: "t" } },
    { given: { SETTLED_USERNAME: "u", SETTLED_PASSWORD: "p" }, want: { username: "u", password: "p" } },
    { given: pair, want: { accessKey: { id: "i", secret: "s" } } },
    {
      given: { ...pair, SETTLED_SECURITY_TOKEN: "t" },
      want: { accessKey: { id: "i", secret: "s", securityToken: "t" } },
    },
    // Half a key is none.
    { given: { SETTLED_ACCESS_KEY_ID: "i" }, want: undefined },
    { given: { SETTLED_ACCESS_KEY_SECRET: "s" }, want: undefined },
  ])("$given", ({ given, want }) => {
    expect(credentialsFromEnvironment(document, given)).toEqual(want);
  });
});

describe("of the ways to authenticate", () => {
  const [first] = document.operations;
  const operation = first as Operation;
  const { accessKey, username } = DEVELOPMENT_CREDENTIALS;
  test.each([
    { name: "the first", on: DEVELOPMENT_CREDENTIALS, want: "apiKey" },
    { name: "the first that can be served", on: { ...(username && { username }) }, want: "basic" },
    { name: "the last, if no other can", on: { ...(accessKey && { accessKey }) }, want: "accessKey" },
    { name: "none, if none can", on: {}, want: undefined },
    {
      name: "the one that is asked for",
      on: DEVELOPMENT_CREDENTIALS,
      requirement: ["AcmeSignature"],
      want: "accessKey",
    },
    {
      name: "none but the one that is asked for",
      on: { token: "t" },
      requirement: ["AcmeSignature"],
      want: undefined,
    },
  ])("$name is taken", ({ on, requirement, want }) => {
    const asked = { operation, ...(requirement && { requirement }) };
    expect(credentialsFor(document, asked, on)?.map(({ kind }) => kind)).toEqual(want && [want]);
  });
});
