import { describe, expect, test } from "vitest";
import { arriving, gateOf, loadSpecs } from "../../../test/gates.ts";
import { createAuthority } from "../../authentication/authority.ts";
import type { AccessKey } from "../../authentication/credentials.ts";
import { verifyCredential } from "../../authentication/verify-credential.ts";
import { DEVELOPMENT_CREDENTIALS, TEMPORARY_CREDENTIALS } from "../../run/credentials.ts";
import { querySignatureOf, queryStringToSign } from "../../signature/query-signature.ts";
import type { SentRequest } from "../../wire/exchange.ts";

const DEVELOPMENT = DEVELOPMENT_CREDENTIALS.accessKey ?? { id: "", secret: "" };
const TEMPORARY = TEMPORARY_CREDENTIALS.accessKey ?? DEVELOPMENT;
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const rows = (await loadSpecs()).flatMap((document) =>
  Object.values(document.securitySchemes).flatMap((scheme) => {
    if (scheme.type !== "http" || !scheme.signature?.query) return [];
    return [{ name: document.name, document, scheme, rules: scheme.signature.query }];
  }),
);

test("there are documents whose requests may be signed in their fields", () => {
  expect(rows.length).toBeGreaterThan(0);
});

describe.each(rows)("a request of $name that is signed in its fields", ({ document, scheme, rules }) => {
  const operation = document.operations[0];
  if (!operation) throw new Error("no operation");

  /** Its own fields travel in the query, or in a form. */
  function signed(key: AccessKey = DEVELOPMENT, place: "query" | "form" = "query"): SentRequest {
    const fields = new URLSearchParams({
      [rules.keyId]: key.id,
      [rules.method.name]: rules.method.value,
      [rules.version.name]: rules.version.value,
      [rules.date.name]: "2026-11-22T01:02:03Z",
      [rules.nonce]: "n-1",
      ...(key.securityToken && { [rules.securityToken]: key.securityToken }),
    });
    const own = "Name=a+b";
    const url = `https://service.example/?${fields}${place === "query" ? `&${own}` : ""}`;
    const request = {
      method: "POST",
      headers: place === "form" ? FORM : {},
      body: place === "form" ? own : "",
    };
    const signature = querySignatureOf(queryStringToSign(rules, arriving({ ...request, url })), key.secret);
    return arriving({ ...request, url: `${url}&${rules.signature}=${encodeURIComponent(signature)}` });
  }

  const admit = (request: SentRequest) => gateOf(document).gate.admit(operation, request)[0]?.mistake;

  test.each([
    { name: "by the key for development", request: signed(), want: undefined },
    { name: "by the temporary key", request: signed(TEMPORARY), want: undefined },
    { name: "in a form", request: signed(DEVELOPMENT, "form"), want: undefined },
    { name: "by a key that nobody has", request: signed({ id: "x", secret: "y" }), want: "keyUnknown" },
    { name: "by another secret", request: signed({ ...TEMPORARY, secret: "y" }), want: "signatureWrong" },
    {
      name: "and its form changed",
      request: { ...signed(DEVELOPMENT, "form"), body: "Name=a+c" },
      want: "signatureWrong",
    },
    { name: "and its method changed", request: { ...signed(), method: "GET" }, want: "signatureWrong" },
    {
      name: "and not signed at all",
      request: arriving({ url: "https://service.example/?Name=a" }),
      want: "credentialsMissing",
    },
  ])("$name: $want", ({ request, want }) => {
    expect(admit(request)).toBe(want);
  });

  test("is taken once", () => {
    const { gate } = gateOf(document);
    const mistakes = [signed(), signed()].map((request) => gate.admit(operation, request)[0]?.mistake);
    expect(mistakes).toEqual([undefined, "nonceUsed"]);
  });

  test("bears no credential for the judge, who asks clients to sign in the header", () => {
    expect(verifyCredential(scheme, signed(), createAuthority(DEVELOPMENT_CREDENTIALS))).toBeUndefined();
  });
});
