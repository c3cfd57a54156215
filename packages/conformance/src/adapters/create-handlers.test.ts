import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { document, documentOf, JOB_ID, RPC, VENDOR } from "../../test/acme-jobs.ts";
import { LET_IN, linkedJobs, START } from "../../test/linked-jobs.ts";
import type { Fault } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { createHandlers } from "./create-handlers.ts";
import { type RunningServer, startServer } from "./server.ts";

// This file runs against every major version of MSW that the package admits: it uses nothing but their common part.
const server = setupServer();
const QUIET = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as const;
let elsewhere: RunningServer;

beforeAll(async () => {
  elsewhere = await startServer(async () => ({ status: 200, headers: {}, body: "the real one" }));
  server.listen(QUIET);
});
afterEach(() => server.resetHandlers());
afterAll(async () => {
  server.close();
  await elsewhere.close();
});

const V3 = "https://jobs.acme.example/tenants/main/v3";

describe("the documented servers", () => {
  test.each([
    { given: "GET /jobs/1", want: { status: 200, type: VENDOR, body: { "job-id": JOB_ID, state: "DONE" } } },
    { given: "GET /jobs/a%2Fb", want: { status: 200, type: VENDOR, body: { state: "DONE" } } },
    { given: "GET /jobs/1?site=a&site=b", want: { status: 200, type: VENDOR, body: { state: "DONE" } } },
    {
      given: "GET /jobs/latest",
      want: { status: 200, type: "application/json", body: { state: "RUNNING" } },
    },
    {
      given: "GET /jobs/1",
      prefer: "code=404",
      want: { status: 404, type: VENDOR, body: { code: "JobNotFound" } },
    },
    {
      given: "GET /jobs/1",
      prefer: "code=404, example=JobExpired",
      want: { status: 404, type: VENDOR, body: { code: "JobExpired" } },
    },
    { given: "POST /jobs/search", want: { status: 200, type: "application/json", body: { retCode: "0" } } },
    { given: "DELETE /jobs/1", want: { status: 204, type: null, body: undefined } },
    { given: "GET /jobs/1/log", want: { status: 200, type: "text/plain", body: "07:10 begun\n07:12 done" } },
  ])("$given $prefer", async ({ given, prefer, want }) => {
    server.use(...createHandlers(document));
    const [method = "", path = ""] = given.split(" ");
    const headers = prefer === undefined ? {} : { prefer };
    const response = await fetch(`${V3}${path}`, { method, headers });
    const text = await response.text();
    const body = /json/.test(want.type ?? "") ? JSON.parse(text) : text || undefined;
    expect({ status: response.status, type: response.headers.get("content-type"), body }).toMatchObject(want);
  });

  test("on any host, for any value of a variable", async () => {
    server.use(...createHandlers(document));
    const response = await fetch("http://other.example:8080/tenants/second/v3/health");
    expect(await response.json()).toMatchObject({ healthy: true });
  });
});

describe("a base URL of one's own", () => {
  test.each(["http://api.acme.example/base", "http://api.acme.example:8443/base/"])("%s", async (baseUrl) => {
    server.use(...createHandlers(document, { baseUrl }));
    const response = await fetch(`${baseUrl.replace(/\/$/, "")}/health`);
    expect(await response.json()).toMatchObject({ healthy: true });
  });

  test("takes the place of the documented ones", async () => {
    const { origin } = elsewhere;
    server.use(...createHandlers(document, { baseUrl: "http://api.acme.example" }));
    expect(await (await fetch(`${origin}/tenants/main/v3/health`)).text()).toBe("the real one");
  });
});

describe("where one path serves all operations", () => {
  const answerOf = (operation: string) => ({
    operationId: operation,
    responses: { "200": { description: "", content: { "text/plain": { example: operation } } } },
  });
  const root = {
    ...RPC,
    paths: {
      "/Start": { post: answerOf("Start") },
      "/Stop": { post: answerOf("Stop") },
      "/Read": { get: answerOf("Read") },
    },
  };
  const rpc = documentOf({}, {}, { root });

  test.each([
    { method: "POST", path: "/", action: "Start", want: "Start" },
    { method: "POST", path: "/", action: "Stop", want: "Stop" },
    { method: "POST", path: "/?Id=1", action: "Stop", want: "Stop" },
    { method: "GET", path: "/", action: "Read", want: "Read" },
    { method: "POST", path: "/Stop", action: undefined, want: "Stop" },
    { method: "POST", path: "/", action: "Restart", want: "the real one" },
    { method: "POST", path: "/", action: "start", want: "the real one" },
    { method: "POST", path: "/", action: undefined, want: "the real one" },
    { method: "GET", path: "/", action: "Start", want: "the real one" },
    { method: "POST", path: "/other", action: "Start", want: "the real one" },
  ])("$method $path $action: $want", async ({ method, path, action, want }) => {
    server.use(...createHandlers(rpc, { baseUrl: elsewhere.origin }));
    const headers = action === undefined ? {} : { "x-acme-action": action };
    const response = await fetch(`${elsewhere.origin}${path}`, { method, headers });
    expect(await response.text()).toBe(want);
  });

  test("on the documented servers", async () => {
    server.use(...createHandlers(rpc));
    const headers = { "x-acme-action": "Stop", prefer: "code=200" };
    const response = await fetch("https://any.example/tenants/main/v3/", { method: "POST", headers });
    expect(await response.text()).toBe("Stop");
  });

  test("an operation that is not known is for the next handler", async () => {
    const next = http.post(`${elsewhere.origin}/`, () => HttpResponse.text("next"));
    server.use(...createHandlers(rpc, { baseUrl: elsewhere.origin }), next);
    const headers = { "x-acme-action": "Restart" };
    expect(await (await fetch(`${elsewhere.origin}/`, { method: "POST", headers })).text()).toBe("next");
  });
});

describe("an operation with a server of its own", () => {
  const content = { "text/plain": { example: "logged in" } };
  const login = documentOf({
    servers: [{ url: "https://login.acme.example/{realm}/auth" }],
    responses: { "200": { description: "", content } },
  });
  test.each([
    { baseUrl: undefined, path: "/main/auth/thing", want: "logged in" },
    { baseUrl: undefined, path: "/other/auth/thing", want: "logged in" },
    { baseUrl: undefined, path: "/tenants/main/v3/thing", want: "the real one" },
    { baseUrl: undefined, path: "/main/auth/things", want: "the real one" },
    // A service that stands at one place serves these operations there, too, below the path of their own server.
    { baseUrl: "/here", path: "/main/auth/thing", want: "logged in" },
    { baseUrl: "/here", path: "/tenants/main/v3/thing", want: "the real one" },
  ])("with the base URL $baseUrl, $path: $want", async ({ baseUrl, path, want }) => {
    const options = baseUrl === undefined ? {} : { baseUrl: `${elsewhere.origin}${baseUrl}` };
    server.use(...createHandlers(login, options));
    expect(await (await fetch(`${elsewhere.origin}${path}`)).text()).toBe(want);
  });
});

test("an operation with a server of its own is answered there, when the others stand elsewhere", async () => {
  const content = { "text/plain": { example: "logged in" } };
  const login = documentOf({
    servers: [{ url: "https://{host}/auth/" }],
    responses: { "200": { description: "", content } },
  });
  server.use(...createHandlers(login, { baseUrl: elsewhere.origin }));
  expect(await (await fetch("https://login.acme.example/auth/thing")).text()).toBe("logged in");
});

test.each([undefined, "http://elsewhere.example"])(
  "a base path may be a variable, with the base URL %s",
  async (baseUrl) => {
    const content = { "text/plain": { example: "here" } };
    const servers = [{ url: "https://acme.example{base}", variables: { base: { default: "/sell/v1" } } }];
    const things = documentOf({ servers, responses: { "200": { description: "", content } } });
    server.use(...createHandlers(things, baseUrl === undefined ? {} : { baseUrl }));
    expect(await (await fetch("https://acme.example/sell/v1/thing")).text()).toBe("here");
  },
);

describe("what is not documented passes on", () => {
  test.each(["/nowhere", "/jobs/1/2/3", "/tenants/main/v3/jobs/1//", "/tenants/main/v3/Health/"])(
    "%s",
    async (path) => {
      server.use(...createHandlers(document));
      expect(await (await fetch(`${elsewhere.origin}${path}`)).text()).toBe("the real one");
    },
  );

  test("to the next handler, too", async () => {
    const next = http.get("*/tenants/main/v3/other", () => HttpResponse.text("next"));
    server.use(...createHandlers(document), next);
    expect(await (await fetch(`${V3}/other`)).text()).toBe("next");
  });

  test("a method that is not documented", async () => {
    server.use(...createHandlers(document));
    const response = await fetch(`${elsewhere.origin}/tenants/main/v3/health`, { method: "PUT" });
    expect(await response.text()).toBe("the real one");
  });
});

describe("a responder of one's own", () => {
  test("answers in place of the sandbox", async () => {
    const respond = async (request: SentRequest) => ({
      status: 202,
      headers: { "content-type": "text/plain" },
      body: new URL(request.url).pathname,
    });
    server.use(...createHandlers(document, { respond }));
    const response = await fetch(`${V3}/jobs/7`);
    expect([response.status, await response.text()]).toEqual([202, "/tenants/main/v3/jobs/7"]);
  });

  test.each<Fault>(["reset", "truncate"])("%s: the connection is lost", async (fault) => {
    server.use(...createHandlers(document, { respond: async () => ({ status: 200, headers: {}, fault }) }));
    await expect(fetch(`${V3}/health`)).rejects.toThrow(TypeError);
  });

  test("hang: no answer comes", async () => {
    const respond = async () => ({ status: 200, headers: {}, fault: "hang" as const });
    server.use(...createHandlers(document, { respond }));
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${V3}/health`, { signal })).rejects.toThrow(
      expect.objectContaining({ name: "TimeoutError" }),
    );
  });
});

describe("a sandbox", () => {
  const idOf = async (answer: Response) => ((await answer.json()) as { "job-id": string })["job-id"];
  const stateOf = async (answer: Response) => ((await answer.json()) as { state: string }).state;

  test.each([
    { baseUrl: undefined, at: "https://any.example/tenants/main/v3" },
    { baseUrl: "http://api.acme.example/base", at: "http://api.acme.example/base" },
    { baseUrl: "http://api.acme.example:8443/", at: "http://api.acme.example:8443" },
  ])("with the base URL $baseUrl, executions go their way", async ({ baseUrl, at }) => {
    const sandbox = await createSandbox({ documents: [linkedJobs] });
    server.use(...createHandlers(sandbox, baseUrl === undefined ? {} : { baseUrl }));
    const started = await fetch(`${at}/jobs`, START);
    const id = await idOf(started);
    const states = [];
    for (let poll = 0; poll < 4; poll += 1)
      states.push(await stateOf(await fetch(`${at}/jobs/${id}`, LET_IN)));
    expect([started.status, states]).toEqual([202, ["RUNNING", "RUNNING", "RUNNING", "DONE"]]);
    expect(sandbox.journal.list()).toEqual([]);
  });

  test("is steered, and refuses strangers", async () => {
    const sandbox = await createSandbox({ documents: [linkedJobs] });
    server.use(...createHandlers(sandbox));
    const id = await idOf(await fetch(`${V3}/jobs`, START));
    sandbox.services[0]?.world.steer(id, "failed");
    sandbox.rules.add({ operation: "getHealth", status: 503 });
    for (let poll = 0; poll < 3; poll += 1) await fetch(`${V3}/jobs/${id}`, LET_IN);
    expect(await stateOf(await fetch(`${V3}/jobs/${id}`, LET_IN))).toBe("FAILED");
    expect((await fetch(`${V3}/jobs/${id}`)).ok).toBe(false);
    expect((await fetch(`${V3}/health`)).status).toBe(503);
    expect((await fetch(`${elsewhere.origin}/nowhere`)).status).toBe(200);
  });

  test("of several documents, each answers at its own servers", async () => {
    const other = {
      ...documentOf({ servers: [{ url: "https://things.example/v1" }] }, {}, { path: "/health" }),
      name: "things",
    };
    const sandbox = await createSandbox({ documents: [other, linkedJobs] });
    server.use(...createHandlers(sandbox));
    const [thing, health] = await Promise.all([
      fetch("https://things.example/v1/health"),
      fetch(`${V3}/health`),
    ]);
    expect([await thing.text(), await health.json()]).toEqual([
      "",
      expect.objectContaining({ healthy: true }),
    ]);
  });

  test("an operation that a field of a form names", async () => {
    const root = { ...RPC, "x-rpc": { ...RPC["x-rpc"], query: { operation: "Action", version: "Version" } } };
    const responses = { "200": { description: "", content: { "text/plain": { example: "started" } } } };
    const rpc = documentOf({ operationId: "Start", responses }, {}, { path: "/Start", method: "post", root });
    server.use(...createHandlers(await createSandbox({ documents: [rpc] }), { baseUrl: elsewhere.origin }));
    const send = async (query: string, form?: string) =>
      (
        await fetch(
          `${elsewhere.origin}/${query}`,
          form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
        )
      ).text();
    expect(await send("?Action=Start&Version=2026-11-22")).toBe("started");
    expect(await send("", "Action=Start&Version=2026-11-22")).toBe("started");
    expect(await send("?Version=2026-11-22", "Action=Start&Version=2026-11-22")).toBe("started");
    expect(await send("?Action=Stop")).toBe("the real one");
    expect(await send("", "Action=Stop")).toBe("the real one");
  });
});

describe("a path that holds more than parameters", () => {
  test.each([
    { path: "/things/{id}:cancel", given: "/things/a%2Fb:cancel", want: 200 },
    { path: "/things/{id}:cancel", given: "/things/1", want: "the real one" },
    { path: "/things/{id}", given: "/things/1/", want: 200 },
    { path: "/things/{id}", given: "/things/", want: "the real one" },
    { path: "/things", given: "/things/", want: "the real one" },
    { path: "/things/{id}.json", given: "/things/1.json", want: 200 },
    { path: "/things('{id}')", given: "/things('1')", want: 200 },
    { path: "/a+b*/{id}", given: "/a+b*/1", want: 200 },
    { path: "/übersicht/{größe}", given: "/%C3%BCbersicht/1", want: 200 },
  ])("$path, $given", async ({ path, given, want }) => {
    server.use(...createHandlers(documentOf({}, {}, { path }), { baseUrl: elsewhere.origin }));
    const response = await fetch(`${elsewhere.origin}${given}`);
    expect((await response.text()) || response.status).toBe(want);
  });
});
