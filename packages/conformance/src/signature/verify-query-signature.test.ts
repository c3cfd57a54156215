import { describe, expect, test } from "vitest";
import { arriving, START } from "../../test/gates.ts";
import type { AccessKey } from "../authentication/credentials.ts";
import { createNonceStore } from "../authentication/nonce-store.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { querySignatureOf, queryStringToSign } from "./query-signature.ts";
import { signatureFields } from "./signature-fields.ts";
import { readSignatureRules } from "./signature-rules.ts";
import { verifyQuerySignature } from "./verify-query-signature.ts";

const signature = readSignatureRules({
  "x-signature": {
    keyId: "Key",
    separator: ",",
    date: { header: "x-date", format: "basic" },
    securityToken: "x-token",
    headers: ["host"],
    query: {
      keyId: "KeyId",
      signature: "Sign",
      method: { name: "Method", value: "HMAC-SHA1" },
      version: { name: "SignVersion", value: "1.0" },
      date: { name: "Date", format: "extended" },
      nonce: "Nonce",
      securityToken: "Token",
    },
  },
});
const rules = signature?.query;
if (!signature || !rules) throw new Error("no rules");

const KEY: AccessKey = { id: "k3y", secret: "s3cret" };
const TEMPORARY: AccessKey = { ...KEY, securityToken: "t0ken" };
const FIELDS: Readonly<Record<string, string>> = {
  Action: "GetJob",
  Name: "a b*~()'!/é",
  KeyId: KEY.id,
  Method: "HMAC-SHA1",
  SignVersion: "1.0",
  Date: "2026-11-22T01:02:03Z",
  Nonce: "n-1",
};
const URL_ = "http://jobs.acme.example/";

/** A request that is signed with the fields as they are given; one without a value is left out. */
function signed(given: Record<string, string | undefined> = {}, secret = KEY.secret): SentRequest {
  const all = Object.entries({ ...FIELDS, ...given }).filter(([, value]) => value !== undefined);
  const plain = `${URL_}?${new URLSearchParams(all as [string, string][])}`;
  const toSign = queryStringToSign(rules as NonNullable<typeof rules>, arriving({ url: plain }));
  return arriving({ url: `${plain}&Sign=${encodeURIComponent(querySignatureOf(toSign, secret))}` });
}

function verify(request: SentRequest, key = KEY, nonces = createNonceStore()): unknown {
  const flaws = verifyQuerySignature({ rules: rules as NonNullable<typeof rules>, request, key, nonces });
  return flaws?.map(({ mistake, at }) => [mistake, at]);
}

test("its fields are known by name", () => {
  expect(signatureFields({ scheme: "ACME", signature })).toEqual([
    "KeyId",
    "Sign",
    "Method",
    "SignVersion",
    "Date",
    "Nonce",
    "Token",
  ]);
  const { query: _, ...headersAlone } = signature;
  expect(signatureFields({ scheme: "ACME", signature: headersAlone })).toEqual([]);
});

test("a request that is not signed in its fields is another's matter", () => {
  expect(verify(arriving({ url: `${URL_}?Action=GetJob&Date=today` }))).toBeUndefined();
});

describe("a request that is signed in its fields", () => {
  test.each<{ name: string; request: SentRequest; key?: AccessKey; want: unknown[] }>([
    { name: "is accepted", request: signed(), want: [] },
    {
      name: "is accepted with a space that is escaped",
      request: arriving({ url: signed().url.replaceAll("+", "%20") }),
      want: [],
    },
    { name: "by a temporary key", request: signed({ Token: "t0ken" }), key: TEMPORARY, want: [] },
    {
      name: "without a key",
      request: signed({ KeyId: undefined }),
      want: [["credentialsMissing", "field KeyId"]],
    },
    { name: "by another key", request: signed({ KeyId: "k4y" }), want: [["keyUnknown", "field KeyId"]] },
    { name: "by another secret", request: signed({}, "s4cret"), want: [["signatureWrong", "field Sign"]] },
    {
      name: "without its signature",
      request: arriving({ url: signed().url.replace(/&Sign=.*/, "") }),
      want: [["credentialsMissing", "field Sign"]],
    },
    {
      name: "with a digit of the signature flipped",
      request: arriving({ url: signed().url.replace(/(?<=&Sign=)./, (char) => (char === "A" ? "B" : "A")) }),
      want: [["signatureWrong", "field Sign"]],
    },
    {
      name: "with a field added later",
      request: arriving({ url: `${signed().url}&More=1` }),
      want: [["signatureWrong", "field Sign"]],
    },
    {
      name: "by another algorithm",
      request: signed({ Method: "HMAC-MD5" }),
      want: [["credentialsMalformed", "field Method"]],
    },
    {
      name: "in another version",
      request: signed({ SignVersion: "2.0" }),
      want: [["credentialsMalformed", "field SignVersion"]],
    },
    {
      name: "without a version",
      request: signed({ SignVersion: undefined }),
      want: [["credentialsMalformed", "field SignVersion"]],
    },
    { name: "without a date", request: signed({ Date: undefined }), want: [["dateMalformed", "field Date"]] },
    {
      name: "of another form of date",
      request: signed({ Date: "20261122T010203Z" }),
      want: [["dateMalformed", "field Date"]],
    },
    {
      name: "16 minutes late",
      request: signed({ Date: "2026-11-22T00:46:03Z" }),
      want: [["dateSkewed", "field Date"]],
    },
    {
      name: "16 minutes early",
      request: signed({ Date: "2026-11-22T01:18:03Z" }),
      want: [["dateSkewed", "field Date"]],
    },
    {
      name: "without a nonce",
      request: signed({ Nonce: undefined }),
      want: [["credentialsMissing", "field Nonce"]],
    },
    {
      name: "with a token that the key has not",
      request: signed({ Token: "t" }),
      want: [["credentialsWrong", "field Token"]],
    },
    {
      name: "without the key's token",
      request: signed(),
      key: TEMPORARY,
      want: [["credentialsMissing", "field Token"]],
    },
    {
      name: "with another token",
      request: signed({ Token: "other" }),
      key: TEMPORARY,
      want: [["credentialsWrong", "field Token"]],
    },
  ])("$name", ({ request, key, want }) => {
    expect(verify(request, key)).toEqual(want);
  });

  test("is accepted once", () => {
    const nonces = createNonceStore();
    expect(verify({ ...signed(), sentAt: START + 60_000 }, KEY, nonces)).toEqual([]);
    expect(verify(signed(), KEY, nonces)).toEqual([["nonceUsed", "field Nonce"]]);
    expect(verify(signed({ Nonce: "n-2" }), KEY, nonces)).toEqual([]);
  });
});
