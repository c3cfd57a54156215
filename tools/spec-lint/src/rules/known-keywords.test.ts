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
  "Schema Object": (keyword) => ({ components: { schemas: { Job: keyword } } }),
  "Security Scheme Object": (keyword) => ({ components: { securitySchemes: { Token: keyword } } }),
  "Info Object": (keyword) => ({ info: keyword }),
};

const rows: { keyword: string; on: string[]; good: unknown[]; bad: unknown[] }[] = [
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
    keyword: "x-lro-error-code",
    on: ["Schema Object"],
    good: [true, { success: ["200"] }],
    bad: [false, {}, { success: [] }],
  },
  {
    keyword: "x-rpc",
    on: ["OpenAPI Object"],
    good: [{ path: "/", operation: "x-action", version: "x-version" }],
    bad: [{ path: "/" }, { path: "api", operation: "x-action", version: "x-version" }, "/"],
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
    ],
    bad: [
      [],
      [{ login: "logIn" }],
      [{ login: "logIn", token: "token" }],
      [{ login: "logIn", token: "$response.body#/token", idle: "30m" }],
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
    good: [{ statuses: [429], codes: ["Throttled"], retryAfter: { header: "x-wait", unit: "ms" } }],
    bad: [
      {},
      { statuses: ["429"] },
      { retryAfter: { header: "x-wait" } },
      { retryAfter: { header: "x", unit: "m" } },
    ],
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
  { keyword: "x-body-optional", on: ["Response Object"], good: [true], bad: [false] },
];

test("every keyword of the vocabulary has a row", () => {
  expect(rows.map(({ keyword }) => keyword)).toEqual([...vocabulary.keywords.keys()]);
});

describe.each(rows)("$keyword", ({ keyword, on, good, bad }) => {
  test.each(on.flatMap((place) => good.map((value) => ({ place, value }))))("on $place: $value", (row) => {
    expect(found(keyword, row.place, row.value)).toEqual([]);
  });

  test.each(bad.map((value) => ({ value })))("not $value", ({ value }) => {
    expect(found(keyword, on[0] ?? "", value)).not.toEqual([]);
  });

  test.each(Object.keys(places).filter((place) => !on.includes(place)))("not on %s", (place) => {
    expect(found(keyword, place, good[0])).toEqual([`\`${keyword}\` (here: ${place})`]);
  });
});

function found(keyword: string, place: string, value: unknown): string[] {
  const holder = places[place]?.({ [keyword]: value });
  const text = JSON.stringify({ openapi: "3.1.1", ...holder });
  return knownKeywords.check(parseOpenApi(text, "openapi.yaml", vocabulary)).map((finding) => finding.found);
}
