import { beforeEach, describe, expect, test } from "vitest";
import { document } from "../../../test/acme-jobs.ts";
import { createVirtualClock } from "../clock.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import type { Ending } from "../world/ending.ts";
import type { Execution } from "../world/executions.ts";

const START = Date.UTC(2026, 0, 1);
const running: Execution = {
  id: "a/b c",
  operation: "startJob",
  state: "running",
  progress: 40,
  startedAt: START,
};

let sandbox: Sandbox;
/** What was steered, and what was made to lapse. */
let done: string[];

// What an execution does is the world's affair: here it only has to be reached.
beforeEach(async () => {
  sandbox = await createSandbox({ documents: [document], clock: createVirtualClock(START) });
  done = [];
  const [service] = sandbox.services;
  Object.assign(service?.world ?? {}, {
    executions: () => [running],
    steer: (id: string, ending: Ending) => id === running.id && done.push(`${id} ${ending}`) > 0,
  });
  Object.assign(service?.gate ?? {}, { lapse: () => done.push("lapsed") });
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method, headers, ...(body !== undefined && { body: text }) };
  const response = await sandbox.fetch(`http://127.0.0.1:4010${path}`, init);
  const answer = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, body: isJson ? JSON.parse(answer) : answer, headers: response.headers };
}

test("the state: clock, services, executions, refusals, rules", async () => {
  await ask("GET", "/jobs/1");
  sandbox.rules.add({ operation: "getHealth", delay: 5 });
  const { status, body, headers } = await ask("GET", "/_settled");
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(body).toEqual({
    clock: { now: "2026-01-01T00:00:00.000Z", ahead: 0 },
    services: [
      {
        name: "acme-jobs",
        version: "v3",
        baseUrl: "http://127.0.0.1:4010/tenants/main/v3",
        operations: document.operations.map(({ id }) => id),
        executions: 1,
        credentials: [
          { scheme: "AcmeToken", with: "header X-Acme-Token: not-a-token, or the token of a login" },
          { scheme: "AcmeBasic", with: "user developer, password not-a-password" },
          { scheme: "AcmeSignature", with: "access key development-key, secret not-a-secret" },
        ],
        try: [
          { does: expect.stringContaining("startJob"), curl: expect.stringMatching(/^curl -X POST /) },
          { does: expect.stringContaining("startJob"), curl: expect.stringContaining("prefer: code=") },
        ],
      },
    ],
    executions: [{ ...running, service: "acme-jobs", startedAt: "2026-01-01T00:00:00.000Z" }],
    refusals: [
      {
        at: "2026-01-01T00:00:00.000Z",
        service: "acme-jobs",
        operation: "getJob",
        method: "GET",
        path: "/jobs/1",
        violations: [expect.objectContaining({ mistake: "credentialsMissing" })],
      },
    ],
    rules: [{ id: "1", operation: "getHealth", delay: 5 }],
  });
});

test("credentials that are not those for development are not told", async () => {
  sandbox = await createSandbox({
    documents: [document],
    credentials: { username: "ada", password: "s3cret" },
  });
  expect(JSON.stringify((await ask("GET", "/_settled")).body)).not.toMatch(/s3cret/);
});

describe("what can be asked for", () => {
  test.each([
    {
      name: "a rule",
      method: "POST",
      path: "/rules",
      given: { status: 503, times: 1 },
      want: [200, { id: "1" }],
    },
    { name: "the rules", method: "GET", path: "/rules", want: [200, []] },
    { name: "no rules", method: "DELETE", path: "/rules", want: [204, ""] },
    {
      name: "an ending",
      method: "POST",
      path: "/executions/a%2Fb%20c",
      given: { ending: "failed" },
      want: [200, { id: "a/b c", ending: "failed" }],
    },
    {
      name: "an hour",
      method: "POST",
      path: "/clock",
      given: { advance: "PT1H" },
      want: [200, { now: "2026-01-01T01:00:00.000Z" }],
    },
    {
      name: "250 ms",
      method: "POST",
      path: "/clock",
      given: { advance: 250 },
      want: [200, { now: "2026-01-01T00:00:00.250Z" }],
    },
    { name: "no sessions", method: "DELETE", path: "/sessions", want: [204, ""] },
    { name: "no refusals", method: "DELETE", path: "/refusals", want: [204, ""] },
    { name: "a new beginning", method: "POST", path: "/reset", want: [204, ""] },
    { name: "a slash at the end", method: "GET", path: "/rules/", want: [200, []] },
  ])("$name: $method $path", async ({ method, path, given, want }) => {
    const { status, body } = await ask(method, `/_settled${path}`, given);
    expect([status, body]).toEqual(want);
  });

  test("and is done", async () => {
    await ask("POST", "/_settled/executions/a%2Fb%20c", { ending: "expired" });
    await ask("DELETE", "/_settled/sessions");
    await ask("POST", "/_settled/rules", { status: 503 });
    expect([done, sandbox.rules.list()]).toEqual([["a/b c expired", "lapsed"], [{ id: "1", status: 503 }]]);
    expect((await ask("GET", "/health")).status).toBe(503);
    await ask("DELETE", "/_settled/rules/1");
    await ask("GET", "/jobs/1");
    expect([(await ask("GET", "/health")).status, sandbox.journal.list().length]).toEqual([200, 1]);
    await ask("DELETE", "/_settled/refusals");
    expect(sandbox.journal.list()).toEqual([]);
  });
});

test("a reset forgets rules, refusals, the clock's advance and what was drawn at random", async () => {
  sandbox = await createSandbox({ documents: [document] });
  const before = sandbox.snapshot();
  sandbox.rules.add({ status: 503 });
  sandbox.advance(3_600_000);
  await ask("GET", "/jobs/1");
  expect(sandbox.snapshot()).not.toEqual(before);
  await ask("POST", "/_settled/reset");
  expect(sandbox.snapshot()).toEqual(before);
});

describe("what cannot be done is told", () => {
  test.each([
    { method: "POST", path: "/rules", given: "{", title: "the body is no JSON" },
    { method: "POST", path: "/rules", given: "", title: "the body is no JSON" },
    { method: "POST", path: "/rules", given: { code: 404 }, title: "a rule has no member code" },
    { method: "POST", path: "/clock", given: { advance: "soon" }, title: 'not a duration: "soon"' },
    { method: "POST", path: "/clock", given: { advance: -1 }, title: "not a duration: -1" },
    { method: "POST", path: "/clock", given: {}, title: "no member advance" },
    { method: "POST", path: "/clock", given: [1], title: "no member advance" },
    { method: "POST", path: "/clock", given: { by: 1 }, title: "not one member advance, but by" },
    {
      method: "POST",
      path: "/executions/a%2Fb%20c",
      given: { ending: "late" },
      title: 'no such ending: "late"',
    },
    { method: "POST", path: "/executions/a%2Fb%20c", given: { ending: null }, title: "no such ending: null" },
    {
      method: "POST",
      path: "/executions/other",
      given: { ending: "failed" },
      title: "no execution other",
      status: 404,
    },
    {
      method: "POST",
      path: "/executions/50%",
      given: { ending: "failed" },
      title: "no execution 50%",
      status: 404,
    },
    { method: "DELETE", path: "/rules/7", title: "no rule 7", status: 404 },
    { method: "PUT", path: "/rules", given: {}, title: "not a method of this address", status: 405 },
    { method: "GET", path: "/nowhere", title: "nothing of the sandbox has this address", status: 404 },
    { method: "GET", path: "/rules/1/2", title: "nothing of the sandbox has this address", status: 404 },
  ])("$method $path $given: $title", async ({ method, path, given, title, status = 400 }) => {
    const answer = await ask(method, `/_settled${path}`, given);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(answer.body).toMatchObject({ title, status, expected: expect.stringMatching(/./) });
    expect(done).toEqual([]);
  });

  test("the methods of an address are listed", async () => {
    expect((await ask("PUT", "/_settled/rules")).headers.get("allow")).toBe("GET, POST, DELETE");
  });
});

describe("a page that is open in the same browser", () => {
  test.each([
    { origin: "http://127.0.0.1:4010", want: 204 },
    { origin: "http://evil.example", want: 403 },
    { origin: "http://127.0.0.1:4011", want: 403 },
    { origin: "null", want: 403 },
  ])("from $origin: $want", async ({ origin, want }) => {
    sandbox.rules.add({ status: 503 });
    const { status } = await ask("DELETE", "/_settled/rules", undefined, { origin });
    expect([status, sandbox.rules.list().length]).toEqual([want, want === 204 ? 0 : 1]);
  });
});

describe("who asks for HTML gets the page", () => {
  const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  test.each([
    { path: "/", headers: html, want: "text/html; charset=utf-8" },
    { path: "/?x", headers: html, want: "text/html; charset=utf-8" },
    { path: "/_settled", headers: html, want: "text/html; charset=utf-8" },
    { path: "/", headers: {}, want: "application/problem+json" },
    { path: "/nowhere", headers: html, want: "application/problem+json" },
    { path: "/health", headers: html, want: "application/json" },
    { path: "/_settled", headers: {}, want: "application/json" },
    { path: "/_settledx", headers: {}, want: "application/problem+json" },
  ])("$path $headers: $want", async ({ path, headers, want }) => {
    expect((await ask("GET", path, undefined, headers)).headers.get("content-type")).toBe(want);
  });
});
