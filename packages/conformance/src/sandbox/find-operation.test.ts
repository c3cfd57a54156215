import { describe, expect, test, vi } from "vitest";
import { document, documentOf } from "../../test/acme-jobs.ts";
import { basePath } from "../document/request-url.ts";
import { defaultBasePath, findOperation } from "./find-operation.ts";

const request = (method: string, path: string, headers: Record<string, string> = {}) => ({
  method,
  url: `http://acme.example${path}`,
  headers: new Headers(headers),
});

describe("a request is for", () => {
  const V3 = "/tenants/main/v3";
  test.each([
    { method: "GET", path: `${V3}/jobs/1`, want: "getJob" },
    { method: "GET", path: "/jobs/1", want: "getJob" },
    { method: "GET", path: "/tenants/other/v3/jobs/1", want: "getJob" },
    { method: "GET", path: `${V3}/jobs/latest`, want: "getLatestJob" },
    { method: "DELETE", path: `${V3}/jobs/latest`, want: "cancelJob" },
    { method: "POST", path: `${V3}/jobs/search`, want: "findJobs" },
    { method: "GET", path: `${V3}/jobs/a%2Fb`, want: "getJob" },
    { method: "GET", path: `${V3}/jobs/a%2fb/log`, want: "getLog" },
    { method: "GET", path: `${V3}/jobs/%E6%97%A5%20x`, want: "getJob" },
    { method: "GET", path: `${V3}/jobs/50%`, want: "getJob" },
    { method: "GET", path: `${V3}/%6Aobs/1`, want: "getJob" },
    { method: "GET", path: `${V3}/jobs/{jobId}`, want: "getJob" },
    { method: "POST", path: "/jobs", want: "startJob" },
    { method: "GET", path: "/health", want: "getHealth" },
    { method: "GET", path: `${V3}/jobs/1/`, want: "getJob" },
  ])("$method $path: $want", ({ method, path, want }) => {
    expect(findOperation(document, request(method, path)).operation?.id).toBe(want);
  });
});

describe("of templates with as many parameters, that which says more comes first", () => {
  const own = { responses: { "200": { description: "A thing." } } };
  const { operations } = documentOf(own, {}, { path: "/v1/{name}" });
  const [get] = operations as [(typeof operations)[0]];
  const paths = ["/v1/{name}", "/v1/{name}:stop", "/v1/{kind}-{name}", "/{version}/{kind}"];
  const things = { ...document, servers: [], operations: paths.map((path) => ({ ...get, id: path, path })) };
  test.each([
    { path: "/v1/a", want: "/v1/{name}" },
    { path: "/v1/a:stop", want: "/v1/{name}:stop" },
    { path: "/v1/a:go", want: "/v1/{name}" },
    { path: "/v2/a", want: "/{version}/{kind}" },
  ])("$path: $want", ({ path, want }) => {
    expect(findOperation(things, request("GET", path)).operation?.id).toBe(want);
  });
});

describe("where one path serves all operations", () => {
  const rpc = { path: "/", operation: "x-acme-action", version: "x-acme-version" };
  test.each([
    { path: "/tenants/main/v3/", headers: { "x-acme-action": "startJob" }, want: "startJob" },
    { path: "/", headers: { "X-Acme-Action": "startJob" }, want: "startJob" },
    { path: "/jobs", headers: {}, want: "startJob" },
    { path: "/", headers: {}, want: undefined },
    { path: "/", headers: { "x-acme-action": "StartJob" }, want: undefined },
  ])("$path $headers: $want", ({ path, headers, want }) => {
    expect(findOperation({ ...document, rpc }, request("POST", path, headers)).operation?.id).toBe(want);
  });
});

describe("where fields may say what the headers say", () => {
  const query = { operation: "Action", version: "Version", common: ["Format"] };
  const rpc = { path: "/", operation: "x-acme-action", version: "x-acme-version", query };
  const form = { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" };
  const nowhere = [404, []];
  test.each<{ given: string; headers?: Record<string, string>; body?: string; want: unknown }>([
    { given: "GET /?Action=startJob&Version=v3", want: "startJob" },
    { given: "POST /?Action=startJob&Version=v3", want: "startJob" },
    { given: "POST /tenants/main/v3/?Version=v3&Action=startJob", want: "startJob" },
    { given: "GET /?Action=startJob", want: "startJob" },
    { given: "GET /?Action=startJob&Version=v2", want: nowhere },
    { given: "GET /?Action=StartJob&Version=v3", want: nowhere },
    { given: "GET /other?Action=startJob&Version=v3", want: nowhere },
    { given: "PUT /?Action=startJob&Version=v3", want: [405, ["POST"]] },
    { given: "POST /", headers: form, body: "Version=v3&Action=startJob", want: "startJob" },
    { given: "POST /", headers: form, body: "Version=v2&Action=startJob", want: nowhere },
    { given: "POST /", body: "Version=v3&Action=startJob", want: nowhere },
    { given: "POST /", headers: { "x-acme-action": "startJob", "x-acme-version": "v3" }, want: "startJob" },
    { given: "POST /", headers: { "x-acme-action": "startJob", "x-acme-version": "v2" }, want: nowhere },
    {
      given: "GET /",
      headers: { "x-acme-action": "startJob", "x-acme-version": "v3" },
      want: [405, ["POST"]],
    },
    {
      given: "GET /?Action=startJob&Version=v3",
      headers: { "x-acme-action": "startJob", "x-acme-version": "v3" },
      want: "startJob",
    },
    { given: "GET /?Action=startJob&Version=v3", headers: { "x-acme-action": "startJob" }, want: "startJob" },
    {
      given: "GET /?Action=startJob&Version=v2",
      headers: { "x-acme-action": "startJob", "x-acme-version": "v3" },
      want: [405, ["POST"]],
    },
    { given: "POST /?Action=getJob", headers: { "x-acme-action": "startJob" }, want: "startJob" },
    { given: "POST /jobs?Action=getHealth", want: "startJob" },
  ])("$given $headers $body: $want", ({ given, headers, body, want }) => {
    const [method = "", path = ""] = given.split(" ");
    const route = findOperation({ ...document, rpc }, { ...request(method, path, headers), body });
    expect(route.operation ? route.operation.id : [route.status, route.allow]).toEqual(want);
  });
});

test.each([
  { path: "/login/jobs/1", want: "getJob" },
  { path: "/jobs/1", want: "getJob" },
  { path: "/tenants/main/v3/jobs/1", want: undefined },
])("an operation with a server of its own is at $path: $want", ({ path, want }) => {
  const operations = document.operations
    .filter(({ id }) => id === "getJob")
    .map((operation) => ({ ...operation, servers: [{ url: "https://{host}/login", variables: {} }] }));
  expect(findOperation({ ...document, operations }, request("GET", path)).operation?.id).toBe(want);
});

test.each([
  { path: "/sell/v1/jobs/1", want: "getJob" },
  { path: "/sell/v2/jobs/1", want: undefined },
])("a base path that is a variable of its own, at $path: $want", ({ path, want }) => {
  const servers = [{ url: "https://acme.example{base}", variables: { base: "/sell/v1" } }];
  expect(findOperation({ ...document, servers }, request("GET", path)).operation?.id).toBe(want);
});

describe("a request is for nothing", () => {
  test.each([
    { method: "GET", path: "/", want: [404, []] },
    { method: "GET", path: "/jobs/", want: [404, []] },
    { method: "POST", path: "/jobs/", want: [404, []] },
    { method: "GET", path: "/jobs/1//", want: [404, []] },
    { method: "GET", path: "/health/", want: [404, []] },
    { method: "PUT", path: "/jobs/1/", want: [405, ["GET", "DELETE"]] },
    { method: "GET", path: "/jobs/a/b", want: [404, []] },
    { method: "GET", path: "/Jobs/1", want: [404, []] },
    { method: "GET", path: "//jobs/1", want: [404, []] },
    { method: "GET", path: "/v2/jobs/1", want: [404, []] },
    { method: "GET", path: "/healthy", want: [404, []] },
    { method: "GET", path: "/jobs", want: [405, ["POST"]] },
    { method: "PUT", path: "/jobs/1", want: [405, ["GET", "DELETE"]] },
    { method: "PUT", path: "/jobs/latest", want: [405, ["GET", "GET", "DELETE"]] },
    { method: "get", path: "/health", want: [405, ["GET"]] },
  ])("$method $path: $want", ({ method, path, want: [status, allow] }) => {
    expect(findOperation(document, request(method, path))).toEqual({ status, allow });
  });
});

test("what depends on the document alone is made once", () => {
  const find = () => findOperation(document, request("GET", "/jobs/1"));
  find();
  const created = vi.spyOn(globalThis, "RegExp");
  expect(find().operation?.id).toBe("getJob");
  expect(created).not.toHaveBeenCalled();
  created.mockRestore();
});

test.each([
  { path: "/things/{id}:cancel", given: "/things/1:cancel", want: true },
  { path: "/things/{id}:cancel", given: "/things/1", want: false },
  { path: "/things/{id}.json", given: "/things/1xjson", want: false },
  { path: "/a+b/(c)", given: "/a+b/(c)", want: true },
  { path: "/a+b/(c)", given: "/aab/c", want: false },
  { path: "/übersicht", given: "/%C3%BCbersicht", want: true },
])("the path $path fits $given: $want", ({ path, given, want }) => {
  expect(findOperation(documentOf({}, {}, { path }), request("GET", given)).operation !== undefined).toBe(
    want,
  );
});

test.each([
  { given: "https://acme.example/api/v3", want: "/api/v3" },
  { given: "https://acme.example/api/", want: "/api" },
  { given: "https://acme.example", want: "" },
  { given: "https://{host}:{port}/{tenant}/v3", want: "/{tenant}/v3" },
  { given: "{scheme}://acme.example/api", want: "/api" },
  { given: "//acme.example/api", want: "/api" },
  { given: "/api", want: "/api" },
  { given: "/", want: "" },
])("the base path of $given is $want", ({ given, want }) => {
  expect(basePath(given)).toBe(want);
});

test.each([
  { given: [], want: "" },
  { given: [{ url: "https://x/{a}/{b}", variables: { a: "1" } }], want: "/1/{b}" },
  { given: [{ url: "{base}/v1", variables: { base: "https://x/y" } }], want: "/y/v1" },
])("the default base path of $given is $want", ({ given, want }) => {
  expect(defaultBasePath({ ...document, servers: given })).toBe(want);
});
