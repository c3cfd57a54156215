import { describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import type { Document, Operation } from "./document.ts";
import { filledUrl, openUrl, operationBaseUrl, rpcHeaders, wirePath } from "./request-url.ts";

const [operation] = document.operations as [Operation];
const rpc: Document = {
  ...document,
  rpc: { path: "/api", operation: "x-acme-action", version: "x-acme-version" },
};

test.each([
  { given: { url: "https://x/{a}/{b}", variables: { a: "1" } }, want: "https://x/1/{b}" },
  { given: { url: "{base}/v1", variables: { base: "https://x/y" } }, want: "https://x/y/v1" },
])("$given filled: $want", ({ given, want }) => {
  expect(filledUrl(given)).toBe(want);
});

test.each([
  { given: { url: "https://x/{a}/{b}", variables: { a: "1", b: "2" } }, want: "https://x/{a}/{b}" },
  { given: { url: "https://x{a}/{b}", variables: { a: "/v1/y", b: "2" } }, want: "https://x/v1/y/{b}" },
])("$given but for what is wider than a step: $want", ({ given, want }) => {
  expect(openUrl(given)).toBe(want);
});

describe("the base URL of an operation", () => {
  test.each([
    { server: undefined, baseUrl: "http://x/tenants/main/v3", want: "http://x/tenants/main/v3" },
    { server: undefined, baseUrl: "http://x/v3/", want: "http://x/v3" },
    { server: undefined, baseUrl: "http://x/", want: "http://x" },
    {
      server: "https://login.acme.example/auth",
      baseUrl: "http://127.0.0.1:80/v3",
      want: "http://127.0.0.1/auth",
    },
    { server: "https://{host}/auth/", baseUrl: "http://x:8080/v3", want: "http://x:8080/auth" },
    { server: "https://{host}:{port}", baseUrl: "http://x/v3", want: "http://x" },
    { server: "https://{host}/{realm}/auth", baseUrl: "http://x/v3", want: "http://x/main/auth" },
    { server: "/auth", baseUrl: "https://x/v3", want: "https://x/auth" },
    { server: "auth", baseUrl: "https://x:81/v3", want: "https://x:81/auth" },
    { server: "./auth/", baseUrl: "https://x/v3", want: "https://x/auth" },
    { server: "../auth", baseUrl: "https://x/v3", want: "https://x/auth" },
    { server: ".", baseUrl: "https://x/v3", want: "https://x" },
    { server: "{nothing}", baseUrl: "https://x:81/v3", want: "https://x:81/{nothing}" },
  ])("$server at $baseUrl: $want", ({ server, baseUrl, want }) => {
    const variables = { host: "login.acme.example", realm: "main" };
    const servers = server === undefined ? {} : { servers: [{ url: server, variables }] };
    expect(operationBaseUrl({ ...operation, ...servers }, baseUrl)).toBe(want);
  });
});

test.each([
  { name: "a path of its own", on: document, want: ["/jobs", {}] },
  {
    name: "one path for all",
    on: rpc,
    want: ["/api", { "x-acme-action": "startJob", "x-acme-version": "v3" }],
  },
])("where a document has $name", ({ on, want }) => {
  expect([wirePath(on, operation), rpcHeaders(on, operation)]).toEqual(want);
});
