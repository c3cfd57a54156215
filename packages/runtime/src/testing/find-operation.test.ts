import { describe, expect, test } from "vitest";
import { operations, service } from "../../test/mocked-jobs.ts";
import { rpc as rpcOf } from "../write/rpc.ts";
import { createFind } from "./find-operation.ts";

const ask = (method: string, url: string, headers = {}) => ({ method, url, headers: new Headers(headers) });

describe("a request is for", () => {
  const find = createFind({ service, operations });
  test.each([
    { method: "GET", url: "https://jobs.example.com/v1/jobs/1?tag=a", want: ["getJob", { jobId: "1" }] },
    { method: "get", url: "http://localhost:1/jobs/1", want: ["getJob", { jobId: "1" }] },
    { method: "GET", url: "http://x/any/base/jobs/a%2Fb%20c", want: ["getJob", { jobId: "a/b c" }] },
    { method: "GET", url: "http://x/jobs/50%", want: ["getJob", { jobId: "50%" }] },
    { method: "DELETE", url: "http://x/jobs/1", want: ["deleteJob", { jobId: "1" }] },
    { method: "GET", url: "http://x/jobs/1/log", want: ["getLog", { jobId: "1" }] },
    { method: "GET", url: "http://x/jobs", want: ["listJobs", {}] },
    // The end of it is another operation's path as well.
    { method: "GET", url: "http://x/v1/jobs/jobs", want: ["getJob", { jobId: "jobs" }] },
    { method: "PATCH", url: "http://x/jobs/1", want: undefined },
    { method: "GET", url: "http://x/tasks/1", want: undefined },
    { method: "GET", url: "http://x/myjobs", want: undefined },
  ])("$method $url: $want", ({ method, url, want }) => {
    const found = find(ask(method, url));
    expect(found && [found.operation.id, found.path]).toEqual(want);
  });
});

test.each([
  ["/jobs/{jobId}:stop", "/jobs/{jobId}"],
  ["/jobs/{jobId}", "/jobs/{jobId}:stop"],
])("of %s and %s, that which says more of the path is meant", (...paths) => {
  const { getJob } = operations;
  const both = Object.fromEntries(paths.map((path) => [path, { ...getJob, id: path, path }]));
  const found = createFind({ service, operations: both as never })(ask("GET", "http://x/jobs/1:stop"));
  expect(found).toMatchObject({ operation: { id: "/jobs/{jobId}:stop" }, path: { jobId: "1" } });
});

describe("where a header names the operation", () => {
  const rpc = rpcOf({ path: "/", headers: { operation: "X-Action", version: "X-Version" }, version: "1" });
  const find = createFind({ service: { ...service, rpc }, operations });
  test.each([
    { url: "http://x/", headers: { "x-action": "getJob" }, want: "getJob" },
    { url: "http://x/", headers: { "x-action": "GetJob" }, want: undefined },
    { url: "http://x/", headers: {}, want: undefined },
    { url: "http://x/jobs", headers: {}, want: "listJobs" },
  ])("$url $headers: $want", ({ url, headers, want }) => {
    expect(find(ask("GET", url, headers))?.operation.id).toBe(want);
  });
});
