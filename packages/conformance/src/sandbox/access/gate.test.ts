import { describe, expect, test } from "vitest";
import { document } from "../../../test/acme-jobs.ts";
import { arriving, gateOf, operationOf, START, signedScheme } from "../../../test/gates.ts";
import { outgoing } from "../../../test/messages.ts";
import { createDocument } from "../../document/create-document.ts";
import { DEVELOPMENT_CREDENTIALS, TEMPORARY_CREDENTIALS } from "../../run/credentials.ts";
import { type SigningOptions, signRequest } from "../../signature/sign-request.ts";
import { asSent } from "../../wire/send.ts";
import type { Violation } from "../violation.ts";

const GET_JOB = operationOf(document, "getJob");
const URL_ = "http://jobs.acme.example/jobs/a%20b?name=x";
const MINUTE = 60_000;

const base64 = (text: string) => Buffer.from(text).toString("base64");
const mistakes = (violations: readonly Violation[]) => violations.map(({ mistake, at }) => [mistake, at]);

describe("what a request shows", () => {
  const authorization = "header authorization";
  test.each<{ name: string; headers: Record<string, string>; want: unknown[] }>([
    { name: "the token", headers: { "x-acme-token": "not-a-token" }, want: [] },
    {
      name: "name and password",
      headers: { authorization: `Basic ${base64("developer:not-a-password")}` },
      want: [],
    },
    {
      name: "a name with its realm",
      headers: { authorization: `basic ${base64("developer@acme:not-a-password")}` },
      want: [],
    },
    { name: "nothing", headers: {}, want: [["credentialsMissing", "header X-Acme-Token"]] },
    {
      name: "no value",
      headers: { "x-acme-token": "" },
      want: [["credentialsMissing", "header X-Acme-Token"]],
    },
    {
      name: "another token",
      headers: { "x-acme-token": "t0ken" },
      want: [["credentialsWrong", "header X-Acme-Token"]],
    },
    {
      name: "another password",
      headers: { authorization: `Basic ${base64("developer:other")}` },
      want: [["credentialsWrong", authorization]],
    },
    {
      name: "another name",
      headers: { authorization: `Basic ${base64("developers:not-a-password")}` },
      want: [["credentialsWrong", authorization]],
    },
    {
      name: "no base64",
      headers: { authorization: "Basic developer:not-a-password" },
      want: [["credentialsMalformed", authorization]],
    },
    {
      name: "another scheme",
      headers: { authorization: "Digest realm=acme" },
      want: [["credentialsMalformed", authorization]],
    },
    {
      name: "a scheme alone",
      headers: { authorization: "Basic" },
      want: [["credentialsMalformed", authorization]],
    },
    {
      name: "a signature of another form",
      headers: { authorization: "ACME-HMAC-SHA256 Key=k" },
      want: [["credentialsMalformed", authorization]],
    },
    {
      name: "one good credential beside a bad one",
      headers: { "x-acme-token": "t0ken", authorization: `Basic ${base64("developer:not-a-password")}` },
      want: [],
    },
  ])("$name", ({ headers, want }) => {
    const { gate } = gateOf(document);
    expect(mistakes(gate.admit(GET_JOB, arriving({ url: URL_, headers })))).toEqual(want);
  });

  test("is not asked of an operation that is open", () => {
    const { gate } = gateOf(document);
    expect(gate.admit(operationOf(document, "getHealth"), arriving({}))).toEqual([]);
  });

  test("must be all of one alternative", () => {
    const securitySchemes = {
      Key: { type: "apiKey", in: "query", name: "key" },
      Basic: { type: "http", scheme: "basic" },
    };
    const whole = createDocument(
      {
        openapi: "3.1.1",
        servers: [{ url: "http://sandbox.invalid" }],
        paths: { "/": { get: { operationId: "get", responses: {}, security: [{ Key: [], Basic: [] }] } } },
        components: { securitySchemes },
      },
      "things",
    );
    const { gate } = gateOf(whole);
    const headers = { authorization: `Basic ${base64("developer:not-a-password")}` };
    const ask = (url: string) => mistakes(gate.admit(operationOf(whole, "get"), arriving({ url, headers })));
    expect(ask("http://sandbox.invalid/?key=not-a-token")).toEqual([]);
    expect(ask("http://sandbox.invalid/")).toEqual([["credentialsMissing", "query key"]]);
    expect(ask("http://sandbox.invalid/?key=k")).toEqual([["credentialsWrong", "query key"]]);
  });

  test("is held against the credentials that were given, and against the token for development", () => {
    const { gate } = gateOf(document, { credentials: { username: "ada", password: "secret", token: "own" } });
    const ask = (headers: Record<string, string>) => mistakes(gate.admit(GET_JOB, arriving({ headers })));
    expect(ask({ "x-acme-token": "own" })).toEqual([]);
    expect(ask({ "x-acme-token": "not-a-token" })).toEqual([]);
    expect(ask({ authorization: `Basic ${base64("ada:secret")}` })).toEqual([]);
    expect(ask({ authorization: `Basic ${base64("developer:not-a-password")}` })).toEqual([
      ["credentialsWrong", "header authorization"],
    ]);
  });

  test("and no secret is told", () => {
    const { gate } = gateOf(document);
    for (const headers of [{ "x-acme-token": "s3cret" }, { authorization: "s3cret" }]) {
      const told = JSON.stringify(gate.admit(GET_JOB, arriving({ headers })));
      expect(told).not.toContain("s3cret");
      expect(told).not.toContain("not-a-token");
    }
  });
});

describe("a signature", () => {
  const key = DEVELOPMENT_CREDENTIALS.accessKey ?? { id: "", secret: "" };
  const temporary = TEMPORARY_CREDENTIALS.accessKey ?? key;
  const scheme = signedScheme(document, "AcmeSignature");

  async function signed({ key: by = key, ...options }: SigningOptions & { key?: typeof key } = {}) {
    const request = outgoing(URL_, { headers: { "x-acme-trace": "1" } });
    return asSent(signRequest(request, scheme, by, { at: START, ...options }), START);
  }

  test.each<{ name: string; options: Parameters<typeof signed>[0]; want: string[] }>([
    { name: "by the key for development", options: {}, want: [] },
    { name: "by the temporary key", options: { key: temporary }, want: [] },
    { name: "by a key that nobody has", options: { key: { ...key, id: "stranger" } }, want: ["keyUnknown"] },
    { name: "by another secret", options: { key: { ...key, secret: "other" } }, want: ["signatureWrong"] },
    {
      name: "by another secret of the temporary key",
      options: { key: { ...temporary, secret: "other" } },
      want: ["signatureWrong"],
    },
    {
      name: "with another security token",
      options: { key: { ...temporary, securityToken: "other" } },
      want: ["credentialsWrong"],
    },
    {
      name: "by the temporary key without its token",
      options: { key: { id: temporary.id, secret: temporary.secret } },
      want: ["credentialsMissing"],
    },
    {
      name: "with a token that the key has not",
      options: { key: { ...key, securityToken: "t" } },
      want: ["credentialsWrong"],
    },
    { name: "of a quarter of an hour ago", options: { at: START - 15 * MINUTE }, want: [] },
    { name: "of a quarter of an hour ahead", options: { at: START + 15 * MINUTE }, want: [] },
    { name: "of 16 minutes ago", options: { at: START - 16 * MINUTE }, want: ["dateSkewed"] },
    { name: "of 16 minutes ahead", options: { at: START + 16 * MINUTE }, want: ["dateSkewed"] },
    { name: "of another body", options: { contentHash: "0".repeat(64) }, want: ["signatureWrong"] },
    { name: "without a header that must be signed", options: { unsigned: "host" }, want: ["signatureWrong"] },
    { name: "without a nonce", options: { nonce: "" }, want: ["credentialsMissing"] },
  ])("$name", async ({ options, want }) => {
    const { gate } = gateOf(document);
    const found = gate.admit(GET_JOB, await signed(options)).map(({ mistake }) => mistake);
    expect(found).toEqual(want);
  });

  test("of a date of another form", async () => {
    const { gate } = gateOf(document);
    const request = await signed();
    request.headers.set("x-acme-date", "2026-11-22T01:02:03Z");
    expect(gate.admit(GET_JOB, request)[0]).toMatchObject({
      mistake: "dateMalformed",
      at: "header x-acme-date",
    });
  });

  test("is taken once, also by a gate that goes on where another stopped", async () => {
    const { gate } = gateOf(document);
    const again = () => signed({ nonce: "n-1" });
    expect(gate.admit(GET_JOB, await again())).toEqual([]);
    expect(gate.admit(GET_JOB, await again())).toMatchObject([{ mistake: "nonceUsed" }]);
    const { gate: next } = gateOf(document);
    next.restore(JSON.parse(JSON.stringify(gate.snapshot())));
    expect(next.admit(GET_JOB, await again())).toMatchObject([{ mistake: "nonceUsed" }]);
    expect(gateOf(document).gate.admit(GET_JOB, await again())).toEqual([]);
  });
});
