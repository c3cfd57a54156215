import { describe, expect, test } from "vitest";
import {
  BASE_URL,
  bench,
  caseOf,
  complaints,
  document,
  documentOf,
  findingsOf,
} from "../../test/acme-jobs.ts";
import { createModule, type Quirks } from "../../test/acme-jobs-client.ts";
import { createAuthority } from "../authentication/authority.ts";
import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Fetch } from "../wire/fetch.ts";
import { askFor } from "./ask-for.ts";
import { type ClientModule, createClientCaller } from "./client-caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "./credentials.ts";
import { runCase } from "./run-case.ts";

const credentials = DEVELOPMENT_CREDENTIALS;
const unused = async (): Promise<never> => {
  throw new Error("not to be sent");
};

/** What a client's method is handed for the first case of a document. */
async function argumentsFor(from: Document, testCase = createCases(from)[0]): Promise<unknown> {
  const received: unknown[] = [];
  const method = async (...args: unknown[]) => {
    received.push(...args);
    return { ok: true, status: 200, data: undefined };
  };
  const module: ClientModule = { createClient: () => ({ [testCase?.operation.id ?? ""]: method }) };
  if (!testCase) throw new Error("no case");
  await createClientCaller(from, module, { baseUrl: BASE_URL })(testCase, unused);
  expect(received).toHaveLength(1);
  return received[0];
}

describe("arguments", () => {
  test.each([
    {
      name: "parameters lie flat, by wire name",
      on: ["getJob", "200 succeeded"],
      want: {
        jobId: "f61d60d2-698a-46dc-a266-88df27644956",
        site: "north & south",
        depth: 3,
        fields: ["state", "output"],
        levels: [1, 2],
        "X-Acme-Trace": "trace-1",
      },
    },
    {
      name: "members of a JSON body lie flat",
      on: ["startJob", "202 accepted"],
      want: {
        name: "Übersicht_1",
        priority: 5,
        arguments: { since: "yesterday", until: "today" },
        notify: ["ops@acme.example"],
      },
    },
    {
      name: "members of a form lie flat",
      on: ["findJobs", "200 found"],
      want: { Query: "nightly & weekly", Limit: 20, Exact: true },
    },
    { name: "none are an empty object", on: ["getHealth", "200 example"], want: {} },
  ])("$name", async ({ on: [operation = "", name = ""], want }) => {
    expect(await argumentsFor(document, caseOf(operation, name))).toEqual(want);
  });

  const plain = { type: "object", properties: { name: {}, id: {} } };
  test.each<{ name: string; schema: object; value: unknown; want: object }>([
    {
      name: "a body with a member that bears a parameter's name",
      schema: { ...plain, properties: { ...plain.properties, thing: {} } },
      value: { name: "n", id: 1 },
      want: { thing: "t", body: { name: "n", id: 1 } },
    },
    {
      name: "a body that allOf composes",
      schema: { allOf: [plain] },
      value: { name: "n" },
      want: { thing: "t", body: { name: "n" } },
    },
    {
      name: "a body that is one of several",
      schema: { oneOf: [plain] },
      value: { name: "n" },
      want: { thing: "t", body: { name: "n" } },
    },
    {
      name: "a body with members of any name",
      schema: { ...plain, additionalProperties: { type: "string" } },
      value: { name: "n" },
      want: { thing: "t", body: { name: "n" } },
    },
    {
      name: "a body that documents no member",
      schema: { type: "object" },
      value: { a: 1 },
      want: { thing: "t", body: { a: 1 } },
    },
    { name: "an array", schema: { type: "array" }, value: [1], want: { thing: "t", body: [1] } },
    { name: "text", schema: { type: "string" }, value: "x", want: { thing: "t", body: "x" } },
    {
      name: "a body by reference, flat",
      schema: { $ref: "#/components/schemas/Plain" },
      value: { id: 1 },
      want: { thing: "t", id: 1 },
    },
    {
      name: "a body that is closed, flat",
      schema: { ...plain, additionalProperties: false },
      value: { id: 1 },
      want: { thing: "t", id: 1 },
    },
  ])("$name", async ({ schema, value, want }) => {
    const operation = {
      parameters: [{ name: "thing", in: "query", schema: { type: "string" }, example: "t" }],
      requestBody: { content: { "application/json": { schema, example: value } } },
    };
    const from = documentOf(operation, { schemas: { Plain: plain } }, { method: "post" });
    expect(await argumentsFor(from)).toEqual(want);
  });
});

describe("credentials are made by the module", () => {
  const securitySchemes = {
    Basic: { type: "http", scheme: "Basic" },
    Bearer: { type: "http", scheme: "bearer" },
    Key: { type: "apiKey", in: "header", name: "X-Key" },
    Plain: { type: "http", scheme: "ACME" },
    Signed: {
      type: "http",
      scheme: "ACME-HMAC-SHA256",
      "x-signature": { keyId: "Key", separator: ",", date: {}, securityToken: "X-Token", headers: [] },
    },
    Other: { type: "openIdConnect" },
  };
  const accessKey = { id: "i", secret: "s" };
  const given = { username: "u", password: "p", token: "t", authorization: "a", accessKey };
  const temporary = { accessKey: { ...accessKey, securityToken: "t" } };
  test.each([
    { security: [{ Basic: [] }], on: given, want: ["basic", "u", "p"] },
    { security: [{ Basic: [] }], on: { username: "u" }, want: ["basic", "u", ""] },
    { security: [{ Bearer: [] }], on: given, want: ["bearer", "t"] },
    { security: [{ Key: [] }], on: given, want: ["apiKey", "t"] },
    { security: [{ Plain: [] }], on: given, want: ["authorization", "ACME", "a"] },
    {
      security: [{ Signed: [] }],
      on: given,
      want: ["accessKey", { accessKeyId: "i", accessKeySecret: "s" }],
    },
    {
      security: [{ Signed: [] }],
      on: temporary,
      want: ["accessKey", { accessKeyId: "i", accessKeySecret: "s", securityToken: "t" }],
    },
    { security: [{ Signed: [] }], on: { authorization: "a" }, want: undefined },
    { security: [{ Key: [] }, { Basic: [] }], on: given, want: ["apiKey", "t"] },
    { security: [{ Key: [] }, { Basic: [] }], on: { username: "u" }, want: ["basic", "u", ""] },
    {
      security: [{ Other: [] }, { Plain: [] }],
      on: given,
      want: ["authorization", "ACME", "a"],
    },
    { security: [{ Key: [] }], on: { username: "u" }, want: undefined },
    { security: [], on: given, want: undefined },
    { security: [{ Key: [] }], on: undefined, want: undefined },
  ])("$security with $on: $want", async ({ security, on, want }) => {
    const seen: unknown[] = [];
    const factory =
      (kind: string) =>
      (...values: unknown[]) => [kind, ...values];
    const module: ClientModule = {
      createClient(options) {
        seen.push(options?.auth);
        return { getThing: async () => ({ ok: true, status: 200, data: undefined }) };
      },
      basic: factory("basic"),
      bearer: factory("bearer"),
      apiKey: factory("apiKey"),
      accessKey: factory("accessKey"),
      authorization: factory("authorization"),
    };
    const from = documentOf({ security }, { securitySchemes });
    const [testCase] = createCases(from);
    const call = createClientCaller(from, module, { baseUrl: BASE_URL, ...(on && { credentials: on }) });
    await call(testCase as TestCase, unused);
    expect(seen).toEqual([want]);
  });
});

test("a client is told to send each request once, through the judge's fetch", async () => {
  const seen: unknown[] = [];
  const module: ClientModule = {
    createClient(options) {
      seen.push(options);
      return { getHealth: async () => ({ ok: true, status: 200, data: undefined }) };
    },
  };
  const call = createClientCaller(document, module, { baseUrl: BASE_URL });
  await call(caseOf("getHealth", "200 example"), unused);
  expect(seen).toEqual([{ baseUrl: BASE_URL, fetch: expect.any(Function), retry: false }]);
  const { fetch } = seen[0] as { fetch: Fetch };
  await expect(fetch(BASE_URL)).rejects.toThrow("not to be sent");
});

describe("outcomes", () => {
  test.each<{ name: string; method: () => Promise<unknown>; want: object }>([
    {
      name: "a success",
      method: async () => ({ ok: true, status: 200, data: 1, error: 2 }),
      want: { kind: "result", ok: true, status: 200, body: 1 },
    },
    {
      name: "a failure",
      method: async () => ({ ok: false, status: 404, data: 1, error: 2 }),
      want: { kind: "result", ok: false, status: 404, body: 2 },
    },
    {
      name: "a body that is malformed",
      method: async () => ({ ok: false, status: "malformed", error: 2, response: { status: 502 } }),
      want: { kind: "result", ok: false, status: "malformed", body: 2, wireStatus: 502 },
    },
    {
      name: "neither",
      method: async () => ({}),
      want: { kind: "result", ok: undefined, status: undefined, body: undefined },
    },
    {
      name: "an exception",
      method: async () => {
        throw "no";
      },
      want: { kind: "thrown", error: "no" },
    },
    {
      name: "nothing at all",
      method: async () => undefined,
      want: { kind: "thrown", error: expect.any(TypeError) },
    },
  ])("$name", async ({ method, want }) => {
    const call = createClientCaller(
      document,
      { createClient: () => ({ getHealth: method }) },
      { baseUrl: BASE_URL },
    );
    expect(await call(caseOf("getHealth", "200 example"), unused)).toEqual(want);
  });
});

describe("what is no client is told", () => {
  test.each([{}, { createClient: "yes" }, { default: { createClient: () => ({}) } }])("%j", (module) => {
    expect(() =>
      createClientCaller(document, module as unknown as ClientModule, { baseUrl: BASE_URL }),
    ).toThrow(
      new TeachingError({
        what: "the module is no client",
        expected: "a module that exports createClient",
        example: 'import * as client from "@settled/acme-jobs-client"',
      }),
    );
  });

  test("a method that is missing", async () => {
    const call = createClientCaller(document, createModule({ without: ["getHealth"] }), {
      baseUrl: BASE_URL,
    });
    await expect(call(caseOf("getHealth", "200 example"), unused)).rejects.toThrow(
      new TeachingError({
        what: "the client has no method for getHealth",
        expected: "one method per documented operation, named after its operationId",
        example: "a client of this document: was it generated before the document changed?",
      }),
    );
  });
});

describe("a client under test", () => {
  const runAll = async (quirks: Quirks) => {
    const call = createClientCaller(document, createModule(quirks), { baseUrl: BASE_URL, credentials });
    const authority = createAuthority(credentials);
    const on = { ...bench, call, authority, targetHeaders: askFor };
    return Promise.all(createCases(document).map((testCase) => runCase(on, testCase)));
  };

  test("that keeps the convention has no complaints, and every result of it is judged", async () => {
    const runs = await runAll({});
    expect(runs.flatMap(({ judged }) => complaints(judged))).toEqual([]);
    expect(runs.filter(({ judged }) => findingsOf(judged, "client-result").length === 0)).toEqual([]);
  });

  test.each<{ name: string; quirks: Quirks; want: [operation: string, check: string][] }>([
    {
      name: "re-cases the names of a query",
      quirks: { queryName: (name) => name.toUpperCase() },
      want: [["getJob", "request"]],
    },
    {
      name: "swallows errors",
      quirks: { onError: ({ error }) => ({ ok: true, status: 200, data: error }) },
      want: [
        ["startJob", "client-result"],
        ["getLatestJob", "client-result"],
        // What is found may be an error under 200, by its code.
        ["findJobs", "client-result"],
        ["getJob", "client-result"],
        ["cancelJob", "client-result"],
        ["getPlan", "client-result"],
        ["getLog", "client-result"],
        ["getHealth", "client-result"],
      ],
    },
    {
      name: "throws errors",
      quirks: {
        onError: ({ status }) => {
          throw new Error(`status ${status}`);
        },
      },
      want: [
        ["startJob", "client-result"],
        ["getLatestJob", "client-result"],
        ["findJobs", "client-result"],
        ["getJob", "client-result"],
        ["cancelJob", "client-result"],
        ["getPlan", "client-result"],
        ["getLog", "client-result"],
        ["getHealth", "client-result"],
      ],
    },
    {
      name: "hands over text in place of an object, for the vendor's type",
      quirks: {
        parse: (text, type) =>
          text === "" ? undefined : type === "application/json" ? JSON.parse(text) : text,
      },
      want: [["getJob", "client-result"]],
    },
    {
      name: "hands over nothing",
      quirks: { parse: () => undefined },
      want: [
        ["startJob", "client-result"],
        ["getLatestJob", "client-result"],
        ["findJobs", "client-result"],
        ["getJob", "client-result"],
        ["cancelJob", "client-result"],
        ["getPlan", "client-result"],
        ["getLog", "client-result"],
        ["getHealth", "client-result"],
      ],
    },
  ])("that $name fails", async ({ quirks, want }) => {
    const runs = await runAll(quirks);
    const seen = runs.flatMap(({ testCase, judged }) =>
      complaints(judged).map(([check]) => `${testCase.operation.id} ${check}`),
    );
    expect([...new Set(seen)]).toEqual(want.map((pair) => pair.join(" ")));
  });

  test("that signs every request with the same nonce fails in all but the first", async () => {
    const seen = (await runAll({ nonce: "n-1" })).flatMap(({ testCase, judged }) =>
      complaints(judged).map(([check]) => [testCase.operation.id, check]),
    );
    const signed = createCases(document).filter(
      ({ operation, requirement }) =>
        requirement?.[0] === "AcmeSignature" || operation.security[0]?.[0] === "AcmeSignature",
    );
    expect(signed.length).toBeGreaterThan(2);
    expect(seen).toHaveLength(signed.length - 1);
    expect(new Set(seen.map(([, check]) => check))).toEqual(new Set(["authentication"]));
  });

  test("that sends nothing fails", async () => {
    const module = { createClient: () => ({ getHealth: async () => ({ ok: false, status: 200 }) }) };
    const call = createClientCaller(document, module, { baseUrl: BASE_URL });
    const { judged } = await runCase({ ...bench, call }, caseOf("getHealth", "200 example"));
    expect(findingsOf(judged, "status-code")).toEqual([["fail", "200", "the client sent nothing"]]);
  });
});
