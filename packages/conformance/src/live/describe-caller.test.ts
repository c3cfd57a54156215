import { describe, expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import { describeCaller } from "./describe-caller.ts";

const token = { type: "apiKey", in: "header", name: "X-Token" };
const login = { ...token, "x-session": [{ login: "logIn", token: "$response.body#/token" }] };
const user = { username: "developer", password: "not-a-password" };

describe("whoever asks a service, in words", () => {
  test.each([
    {
      given: "nothing",
      scheme: token,
      credentials: undefined,
      want: "no credentials, where Token is wanted",
    },
    {
      given: "a token, where a name is wanted with it",
      scheme: token,
      security: { Token: [], Name: [] },
      credentials: { tokens: { Token: "secret" } },
      want: "credentials that fit none of Token and Name",
    },
    { given: "a token", scheme: login, credentials: { token: "secret" }, want: "Token, a token" },
    { given: "a user", scheme: token, credentials: user, want: "credentials that fit none of Token" },
    {
      given: "a user, where a client would log in",
      scheme: login,
      credentials: user,
      want: "credentials that fit none of Token (to log in takes the client, and all that it asks for)",
    },
  ])("$given: $want", ({ scheme, security = { Token: [] }, credentials, want }) => {
    const securitySchemes = { Token: scheme, Name: { ...token, name: "X-Name" } };
    const document = documentOf({ security: [security] }, { securitySchemes });
    expect(describeCaller(document, credentials)).toBe(want);
  });
});
