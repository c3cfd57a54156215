import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseOpenApi } from "../document.ts";
import { loadVocabulary } from "../vocabulary.ts";
import { knownKeywords } from "./known-keywords.ts";

const vocabulary = loadVocabulary(fileURLToPath(new URL("../../../../specs", import.meta.url)));

/** A document in which each kind of object stands once, with room for a keyword. */
const places: Record<string, (keyword: object) => object> = {
  "OpenAPI Object": (keyword) => keyword,
  "Operation Object": (keyword) => ({ paths: { "/jobs": { get: keyword } } }),
  "Parameter Object": (keyword) => ({ paths: { "/jobs": { parameters: [{ name: "x", ...keyword }] } } }),
  "Response Object": (keyword) => ({ paths: { "/jobs": { get: { responses: { "200": keyword } } } } }),
  "Link Object": (keyword) => ({
    paths: { "/jobs": { get: { responses: { "200": { links: { next: keyword } } } } } },
  }),
  "Schema Object": (keyword) => ({ components: { schemas: { Job: keyword } } }),
  "Security Scheme Object": (keyword) => ({ components: { securitySchemes: { Token: keyword } } }),
  "Info Object": (keyword) => ({ info: keyword }),
};

const signature = {
  keyId: "Credential",
  separator: ", ",
  date: { header: "x-date", format: "basic" },
  securityToken: "x-token",
  headers: ["host", "x-*"],
};

const signatureInQuery = {
  keyId: "KeyId",
  signature: "Signature",
  method: { name: "Method", value: "HMAC-SHA1" },
  version: { name: "Version", value: "1.0" },
  date: { name: "Date", format: "extended" },
  nonce: "Nonce",
  securityToken: "Token",
};

interface Row {
  keyword: string;
  on: string[];
  good: unknown[];
  bad: unknown[];
  /** The keywords that it needs beside it. */
  beside?: object;
}

const rows: Row[] = [
  {
    keyword: "x-lro-status",
    on: ["Schema Object"],
    good: [{ running: ["A"], failed: [3] }],
    bad: [{}, { done: ["A"] }, { running: [] }, { running: "A" }],
  },
  { keyword: "x-lro-result", on: ["Schema Object"], good: [true], bad: [false] },
  { keyword: "x-lro-error", on: ["Schema Object"], good: [true], bad: ["yes"] },
  { keyword: "x-lro-progress", on: ["Schema Object"], good: [true], bad: [1] },
  {
    keyword: "x-lro-expires",
    on: ["Schema Object"],
    good: ["PT1H", "P1DT30M"],
    bad: ["1h", "P", 3600],
    beside: { "x-lro-status": { running: ["A"] } },
  },
  { keyword: "x-lro-cancel", on: ["Link Object"], good: [true], bad: [false, "cancelJob"] },
  {
    keyword: "x-lro-answer",
    on: ["Link Object"],
    good: ["running", "failed"],
    bad: [true, "waiting", { answer: { no: "failed" } }],
  },
  {
    keyword: "x-lro-values",
    on: ["Link Object"],
    good: [{ running: "SENDING", succeeded: 3 }],
    bad: [{}, { running: ["SENDING"] }, { done: "SENT" }],
  },
  {
    keyword: "x-lro-error-code",
    on: ["Schema Object"],
    good: [true, { success: ["200"] }],
    bad: [false, {}, { success: [] }],
  },
  {
    keyword: "x-rpc",
    on: ["OpenAPI Object"],
    good: [
      { path: "/", operation: "x-action", version: "x-version" },
      {
        ...{ path: "/", operation: "x-action", version: "x-version" },
        query: { operation: "Action", version: "Version", common: ["Format"] },
      },
    ],
    bad: [
      { path: "/" },
      { path: "api", operation: "x-action", version: "x-version" },
      { path: "/", operation: "x-action", version: "x-version", query: { operation: "Action" } },
      "/",
    ],
  },
  { keyword: "x-flatten", on: ["Parameter Object", "Schema Object"], good: [true], bad: [false, "."] },
  { keyword: "x-safe", on: ["Operation Object"], good: [true, false], bad: ["yes"] },
  { keyword: "x-idempotency-token", on: ["Parameter Object", "Schema Object"], good: [true], bad: [false] },
  {
    keyword: "x-paging",
    on: ["Operation Object"],
    good: [
      { token: "after", next: "/next", items: "/jobs", size: "limit", total: "/total" },
      { offset: "offset", items: "/page/jobs" },
      { page: "page", items: "/jobs" },
    ],
    bad: [
      { token: "after", items: "/jobs" },
      { offset: "offset", items: "jobs" },
      { page: "page", offset: "offset", items: "/jobs" },
    ],
  },
  {
    keyword: "x-signature",
    on: ["Security Scheme Object"],
    good: [
      signature,
      {
        ...signature,
        separator: ",",
        dateInString: true,
        nonce: "x-nonce",
        contentHash: "x-hash",
        temporaryKeyId: "x-key",
        trailingSlash: true,
      },
      { ...signature, query: signatureInQuery },
      { ...signature, required: ["X-Acme-Date"] },
    ],
    bad: [
      { ...signature, keyId: undefined },
      { ...signature, required: [] },
      { ...signature, separator: ";" },
      { ...signature, date: "x-date" },
      { ...signature, date: { header: "x-date", format: "iso" } },
      { ...signature, headers: [] },
      { ...signature, headers: ["*-date"] },
      { ...signature, securityToken: "x token" },
      { ...signature, trailingSlash: false },
      { ...signature, algorithm: "HMAC-SHA1" },
      { ...signature, query: { ...signatureInQuery, nonce: undefined } },
      { ...signature, query: { ...signatureInQuery, date: { name: "Date", format: "iso" } } },
      { ...signature, query: { ...signatureInQuery, method: { name: "Method", value: "HMAC-MD5" } } },
    ],
  },
  {
    keyword: "x-session",
    on: ["Security Scheme Object"],
    good: [
      [{ login: "logIn", token: "$response.body#/token", expires: "$response.body#/expires_in" }],
      [
        {
          login: "logIn",
          token: "$response.header.X-Token",
          logout: "logOut",
          idle: "PT30M",
          lifetime: "P1D",
        },
      ],
      [
        {
          login: "logIn",
          arguments: { user: "$inputs.user", body: { kinds: ["$inputs.kind"], strict: true } },
          optional: ["kind"],
          // biome-ignore lint/suspicious/noThenProperty: the name of a member of x-session.
          then: "renew",
          token: "$response.body#/token",
        },
      ],
    ],
    bad: [
      [],
      [{ login: "logIn" }],
      [{ login: "logIn", token: "token" }],
      [{ login: "logIn", token: "$response.body#/token", idle: "30m" }],
      [{ login: "logIn", token: "$response.body#/token", arguments: ["user"] }],
      [{ login: "logIn", token: "$response.body#/token", optional: "realm" }],
      [{ login: "logIn", token: "$response.body#/token", optional: ["$inputs.realm"] }],
      // biome-ignore lint/suspicious/noThenProperty: the name of a member of x-session.
      [{ login: "logIn", token: "$response.body#/token", then: ["renew"] }],
    ],
  },
  {
    keyword: "x-environment",
    on: ["Security Scheme Object"],
    good: [{ token: ["ACME_TOKEN", "TOKEN"] }],
    bad: [{}, { token: [] }, { token: ["acme-token"] }, ["ACME_TOKEN"]],
  },
  {
    keyword: "x-throttling",
    on: ["OpenAPI Object"],
    good: [
      { statuses: [429], codes: ["Throttled"], retryAfter: { header: "x-wait", unit: "ms" } },
      { codes: ["Throttled*", 429] },
    ],
    bad: [
      {},
      { codes: [] },
      { codes: ["*"] },
      { codes: ["*.Throttled"] },
      { statuses: ["429"] },
      { retryAfter: { header: "x-wait" } },
      { retryAfter: { header: "x", unit: "m" } },
    ],
  },
  {
    keyword: "x-refusals",
    on: ["OpenAPI Object"],
    good: [{ parameterMissing: "Missing", operationUnknown: "NoAction", notFound: ["NoJob", 404] }],
    bad: [{}, { parameterMissing: [] }, { notFound: null }, { forgotten: "Missing" }, ["Missing"]],
  },
  {
    keyword: "x-request-id",
    on: ["OpenAPI Object"],
    good: [["$response.header.X-Request-Id", "$response.body#/request/id"]],
    bad: [[], "$response.header.X-Request-Id", ["X-Request-Id"], ["$request.header.X-Request-Id"]],
  },
  {
    keyword: "x-media-type-version",
    on: ["OpenAPI Object"],
    good: [{ template: "application/vnd.acme-v{version}+json", default: "2", versions: ["1", "2"] }],
    bad: [
      { template: "application/vnd.acme+json", default: "2", versions: ["2"] },
      { template: "application/vnd.acme-v{version}+json", default: "2", versions: ["2", "2"] },
      { template: "application/vnd.acme-v{version}+json", default: 2, versions: ["2"] },
    ],
  },
  {
    keyword: "x-typed-value",
    on: ["Schema Object"],
    good: [
      { name: "name", type: "type", value: "value" },
      { name: "key", type: "kind", value: "data", any: "any" },
    ],
    bad: [true, { name: "name", value: "value" }, { name: "name", type: "type", value: "value", kind: "k" }],
  },
  {
    keyword: "x-value-kind",
    on: ["Schema Object"],
    good: [
      { kind: "text", type: "string", at: "value" },
      { kind: "secret", at: ["value", "text"] },
      { kind: "list", type: "Array/{type}", at: "items" },
      { kind: "map", type: "Map", at: "entries", key: "key", value: "value" },
      { kind: "opaque" },
    ],
    bad: [
      "text",
      { kind: "text" },
      { kind: "date", at: "value" },
      { kind: "text", at: [] },
      { kind: "text", at: "value", key: "key" },
      { kind: "map", at: "entries" },
      { kind: "opaque", at: "value" },
    ],
  },
  { keyword: "x-body-optional", on: ["Response Object"], good: [true], bad: [false] },
];

test("every keyword of the vocabulary has a row", () => {
  expect(rows.map(({ keyword }) => keyword)).toEqual([...vocabulary.keywords.keys()]);
});

describe.each(rows)("$keyword", ({ keyword, on, good, bad, beside = {} }) => {
  test.each(on.flatMap((place) => good.map((value) => ({ place, value }))))("on $place: $value", (row) => {
    expect(found(row.place, { [keyword]: row.value, ...beside })).toEqual([]);
  });

  test.each(bad.map((value) => ({ value })))("not $value", ({ value }) => {
    expect(found(on[0] ?? "", { [keyword]: value, ...beside })).not.toEqual([]);
  });

  test.each(Object.keys(places).filter((place) => !on.includes(place)))("not on %s", (place) => {
    expect(found(place, { [keyword]: good[0] })).toEqual([`\`${keyword}\` (here: ${place})`]);
  });

  test.each(Object.keys(beside))("not without %s", (other) => {
    expect(found(on[0] ?? "", { [keyword]: good[0] })).toEqual([`\`${keyword}\` without \`${other}\``]);
  });
});

function found(place: string, keywords: object): string[] {
  const text = JSON.stringify({ openapi: "3.1.1", ...places[place]?.(keywords) });
  return knownKeywords.check(parseOpenApi(text, "openapi.yaml", vocabulary)).map((finding) => finding.found);
}
