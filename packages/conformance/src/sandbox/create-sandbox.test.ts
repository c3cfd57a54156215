import { describe, expect, test } from "vitest";
import { document, documentOf, JOB_ID, RPC } from "../../test/acme-jobs.ts";
import { acmeWorld } from "../../test/acme-world.ts";
import { linkedJobs, START } from "../../test/linked-jobs.ts";
import { createVirtualClock } from "./clock.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.ts";

const BASIC = `Basic ${Buffer.from("developer:not-a-password").toString("base64")}`;
const JOB = `/jobs/${JOB_ID}`;
const PLAIN = { authorization: BASIC };

function sandboxOf(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return createSandbox({ documents: [document], ...options });
}

async function ask(
  { fetch }: Pick<Sandbox, "fetch">,
  path: string,
  { method = "GET", ...headers }: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: string }> {
  const response = await fetch(`http://sandbox.invalid${path}`, { method, headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

test("the address that a start is answered with leads to what it started", async () => {
  const sandbox = await createSandbox({ documents: [acmeWorld] });
  const body = JSON.stringify({ title: "nightly" });
  const headers = { "content-type": "application/json" };
  const started = await sandbox.fetch("http://sandbox.invalid/jobs", { method: "POST", headers, body });
  const { id } = (await started.json()) as { id: string };
  const location = started.headers.get("location") ?? "";
  expect(location).toBe(`/jobs/${id}/`);
  const job = await sandbox.fetch(new URL(location, "http://sandbox.invalid"));
  expect([job.status, await job.json()]).toEqual([200, expect.objectContaining({ id })]);
});

describe("Prefer", () => {
  test.each([
    { prefer: "code=404", status: 404 },
    { prefer: "code=404, example=JobNotFound", status: 404 },
    { prefer: "code=409, mutant=status-teapot", status: 418 },
    { prefer: "mutant=status-teapot", status: 418 },
    { prefer: "outcome=failed", status: 200 },
    { prefer: "code=418", status: 400 },
  ])("$prefer: $status", async ({ prefer, status }) => {
    const path = prefer.startsWith("code") ? JOB : "/health";
    expect((await ask(await sandboxOf(), path, { prefer })).status).toBe(status);
  });

  test.each([
    {
      prefer: "outcome=late",
      title: "no such outcome: late",
      expected: "succeeded, failed, canceled, waiting, expired",
    },
    {
      prefer: "mutant=none",
      title: "no such mutant: none",
      expected: "status-teapot, status-too-many-requests",
    },
    { prefer: "delay=soon", title: "the delay cannot be kept", expected: "milliseconds up to 600000" },
    { prefer: "delay=601s", title: "the delay cannot be kept", expected: "milliseconds up to 600000" },
  ])("$prefer is told: $title", async ({ prefer, title, expected }) => {
    const { status, headers, body } = await ask(await sandboxOf(), "/health", { prefer });
    expect([status, headers.get("content-type")]).toEqual([400, "application/problem+json"]);
    expect(JSON.parse(body)).toMatchObject({
      title,
      status: 400,
      expected: expect.stringContaining(expected),
      example: expect.stringContaining("Prefer: "),
    });
  });

  test("a mutant that does not apply leaves the answer as it is, and says so", async () => {
    const sandbox = await sandboxOf();
    const { headers, ...answer } = await ask(sandbox, "/health", { prefer: "mutant=members-required-gone" });
    const whole = await ask(sandbox, "/health");
    expect(headers.get("settled-mutant")).toBe("not applicable");
    expect(whole.headers.get("settled-mutant")).toBeNull();
    expect(answer).toEqual({ status: whole.status, body: whole.body });
  });

  test("a mutant that swaps answers swaps with another documented one", async () => {
    const { status, body } = await ask(await sandboxOf(), "/health", {
      prefer: "mutant=status-error-for-success",
    });
    expect([status, body]).toEqual([503, ""]);
  });

  test("delay: the answer comes later, by the sandbox's clock", async () => {
    const clock = createVirtualClock();
    const sandbox = await sandboxOf({ clock });
    const order: string[] = [];
    const asked = ask(sandbox, "/health", { prefer: "delay=1s" }).then(() => order.push("answer"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    sandbox.advance(999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("999 ms");
    clock.advance(1);
    await asked;
    expect(order).toEqual(["999 ms", "answer"]);
  });

  test("delay: who hangs up is not waited for", async () => {
    const sandbox = await sandboxOf();
    const controller = new AbortController();
    const asked = sandbox.respond(
      {
        method: "GET",
        url: "http://x/health",
        headers: new Headers({ prefer: "delay=500s" }),
        body: "",
        bytes: new Uint8Array(),
        sentAt: 0,
      },
      controller.signal,
    );
    controller.abort();
    expect((await asked).status).toBe(200);
  });
});

describe("throttled", () => {
  const throttling = { codes: ["Throttled*"], retryAfter: { header: "X-Acme-Retry-After", unit: "ms" } };
  const limited = documentOf({}, {}, { root: { "x-throttling": throttling } });

  test("the hint says when to ask again, in seconds", async () => {
    const { status, headers } = await ask(await sandboxOf(), "/health", { prefer: "throttled" });
    expect([status >= 400, headers.get("retry-after")]).toEqual([true, "1"]);
  });

  test("or where and how the document says", async () => {
    const sandbox = await sandboxOf({ documents: [limited] });
    const { headers } = await ask(sandbox, "/thing", { prefer: "throttled" });
    expect([headers.get("x-acme-retry-after"), headers.get("retry-after")]).toEqual(["1000", null]);
  });

  test("more requests than the rate are refused, until time has passed", async () => {
    const clock = createVirtualClock();
    const sandbox = await sandboxOf({ clock, rate: 2, documents: [limited] });
    const statuses = async (count: number) => {
      const answers = [];
      for (let index = 0; index < count; index += 1) answers.push(await ask(sandbox, "/thing"));
      return answers.map(({ status, headers }) => (status < 400 ? "ok" : headers.get("x-acme-retry-after")));
    };
    expect(await statuses(4)).toEqual(["ok", "ok", "500", "500"]);
    clock.advance(500);
    expect(await statuses(2)).toEqual(["ok", "500"]);
    expect(sandbox.journal.list().map(({ violations }) => violations[0]?.mistake)).toEqual([
      "throttled",
      "throttled",
      "throttled",
    ]);
  });

  test("what is forced is not counted", async () => {
    const sandbox = await sandboxOf({ rate: 1, clock: createVirtualClock() });
    const forced = () => ask(sandbox, "/health", { prefer: "code=200" });
    expect([
      (await forced()).status,
      (await forced()).status,
      (await ask(sandbox, "/health")).status,
    ]).toEqual([200, 200, 200]);
  });
});

describe("rules", () => {
  test("hold for their operation, as often as they say", async () => {
    const sandbox = await sandboxOf();
    sandbox.rules.add({ operation: "getHealth", status: 503, times: 1 });
    const statuses = [];
    for (const path of ["/nowhere", "/health", "/health"]) statuses.push((await ask(sandbox, path)).status);
    expect(statuses).toEqual([404, 503, 200]);
  });

  test("a request's own wish comes before them", async () => {
    const sandbox = await sandboxOf();
    sandbox.rules.add({ status: 503 });
    expect((await ask(sandbox, "/health", { prefer: "code=200" })).status).toBe(200);
  });

  test("hold for their document", async () => {
    const other = { ...document, name: "others" };
    const sandbox = await sandboxOf({ documents: [document, other] });
    sandbox.rules.add({ service: "others", status: 503 });
    const statuses = [];
    for (const path of ["/health", "/acme-jobs/health", "/others/health"]) {
      statuses.push((await ask(sandbox, path)).status);
    }
    expect(statuses).toEqual([200, 200, 503]);
  });
});

test.each([
  { latency: { fixed: 100 }, least: 100, most: 100 },
  { latency: { fixed: 100, spread: 50 }, least: 100, most: 150 },
])("latency $latency", async ({ latency, least, most }) => {
  const waits: number[] = [];
  let now = 0;
  const moving = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  const sandbox = await sandboxOf({ clock: moving, latency });
  for (let index = 0; index < 40; index += 1) await ask(sandbox, "/health");
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
  expect(Math.max(...waits)).toBeLessThanOrEqual(most);
  expect(new Set(waits).size > 1).toBe(most > least);
});

describe("several documents on one port", () => {
  const root = documentOf({ operationId: "getRoot" }, {}, { path: "/other" });
  const spaced = { ...documentOf({}), name: "my things" };
  const rpc = (name: string, version: string) => ({
    ...documentOf(
      {
        operationId: "Read",
        responses: { "200": { description: "", content: { "text/plain": { example: name } } } },
      },
      {},
      { path: "/Read", root: { ...RPC, info: { title: "", version } } },
    ),
    name,
  });
  const documents = [
    document,
    { ...root, name: "jobs" },
    spaced,
    rpc("rpc-1", "2026-01-01"),
    rpc("rpc-2", "2026-02-02"),
  ];

  test.each([
    { path: "/health", want: 200 },
    { path: "/tenants/main/v3/health", want: 200 },
    { path: "/acme-jobs/health", want: 200 },
    { path: "/acme-jobs/tenants/main/v3/health", want: 200 },
    { path: "/other", want: 200 },
    { path: "/jobs/other", want: 200 },
    { path: "/my%20things/thing", want: 200 },
    { path: "/thing", want: 200 },
    { path: "/acme-jobs/other", want: 404 },
    { path: "/acme-jobsx/health", want: 404 },
    { path: "/acme-jobs", want: 404 },
    { path: "/health/health", want: 404 },
  ])("GET $path: $want", async ({ path, want }) => {
    expect((await ask(await sandboxOf({ documents }), path)).status).toBe(want);
  });

  test("an operation of the whole path is found although a document has the name of its first step", async () => {
    // `/jobs/{jobId}` of the one; the other is named `jobs`, and has no `/{jobId}`.
    expect((await ask(await sandboxOf({ documents }), JOB, { prefer: "code=404" })).status).toBe(404);
    expect((await ask(await sandboxOf({ documents }), JOB, { prefer: "code=409" })).status).toBe(409);
  });

  test.each([
    { path: "/", version: "2026-01-01", want: "rpc-1" },
    { path: "/", version: "2026-02-02", want: "rpc-2" },
    { path: "/rpc-2/", version: "2026-02-02", want: "rpc-2" },
    { path: "/rpc-2", version: "2026-02-02", want: "rpc-2" },
    { path: "/rpc-1/Read", version: "2026-01-01", want: "rpc-1" },
  ])("$path of version $version: $want", async ({ path, version, want }) => {
    const headers = { "x-acme-action": "Read", "x-acme-version": version };
    expect((await ask(await sandboxOf({ documents }), path, headers)).body).toBe(want);
  });

  test("a method that one of them documents is told", async () => {
    const { status, headers } = await ask(await sandboxOf({ documents }), "/health", { method: "PUT" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("of one name are refused", async () => {
    await expect(sandboxOf({ documents: [document, document] })).rejects.toThrow(
      "two documents are named acme-jobs",
    );
  });
});

describe("HEAD", () => {
  test.each([
    { path: "/health", want: 200 },
    { path: JOB, want: 400 },
  ])("$path is answered as GET, without the content: $want", async ({ path, want }) => {
    const head = await ask(await sandboxOf(), path, { method: "HEAD" });
    const get = await ask(await sandboxOf(), path);
    expect([head.status, get.status, head.body]).toEqual([want, want, ""]);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    expect(Number(head.headers.get("content-length"))).toBe(Buffer.byteLength(get.body));
  });

  test.each([
    { path: "/nowhere", prefer: "", want: 404 },
    { path: "/jobs", prefer: "", want: 405 },
    { path: "/_settled/nowhere", prefer: "", want: 404 },
    { path: "/_settled/clock", prefer: "", want: 405 },
    { path: "/health", prefer: "code=418", want: 400 },
  ])("$path $prefer, where there is no such GET, has no content: $want", async ({ path, prefer, want }) => {
    const { status, body, headers } = await ask(await sandboxOf(), path, { method: "HEAD", prefer });
    expect([status, body, headers.get("content-type")]).toEqual([want, "", "application/problem+json"]);
    expect(Number(headers.get("content-length"))).toBeGreaterThan(0);
  });

  test.each([
    { path: "/jobs", want: "POST" },
    { path: "/jobs/latest", want: "GET, HEAD, DELETE" },
  ])("is a method of $path where GET is: $want", async ({ path, want }) => {
    const { status, headers } = await ask(await sandboxOf(), path, { method: "PUT" });
    expect([status, headers.get("allow")]).toEqual([405, want]);
  });

  test("is answered by itself where the document has one", async () => {
    const own = { operationId: "headThing", responses: { "204": { description: "It is there." } } };
    const paths = { "/thing": { get: { operationId: "getThing", responses: {} }, head: own } };
    const sandbox = await sandboxOf({ documents: [documentOf({}, {}, { root: { paths } })] });
    expect((await ask(sandbox, "/thing", { method: "HEAD" })).status).toBe(204);
  });
});

describe("below the documented base paths alone", () => {
  const V3 = "/tenants/main/v3";
  const lacking = "no documented operation has this path: the base URL lacks";
  const own = createOwnServer();
  test.each([
    { path: `${V3}/health`, want: 200 },
    { path: `/acme-jobs${V3}/health`, want: 200 },
    { path: "/health", want: `${lacking} ${V3}` },
    { path: "/acme-jobs/health", want: `${lacking} ${V3}` },
    { path: "/v2/health", want: "no documented operation has this path" },
    { path: "/login/thing", documents: [own], want: 200 },
    { path: "/thing", documents: [own], want: `${lacking} /login` },
    { path: `${V3}/thing`, documents: [own], want: "no documented operation has this path" },
    // A document that names no server has its paths at the root.
    { path: "/thing", documents: [{ ...documentOf({}), servers: [] }], want: 200 },
  ])("GET $path: $want", async ({ path, want, documents = [document] }) => {
    const { status, body } = await ask(await sandboxOf({ documents, bases: "documented" }), path);
    expect(status === 404 ? JSON.parse(body).title : status).toBe(want);
  });

  function createOwnServer() {
    return documentOf({
      servers: [{ url: "https://{host}/login", variables: { host: { default: "a.example" } } }],
    });
  }
});

test("a refusal is written down with the time of the sandbox, and without the query", async () => {
  const sandbox = await sandboxOf({ clock: createVirtualClock(Date.UTC(2026, 0, 1)) });
  sandbox.advance(1000);
  const { status } = await ask(sandbox, `${JOB}?secret=s3cret`);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(sandbox.journal.list()).toEqual([
    {
      at: Date.UTC(2026, 0, 1, 0, 0, 1),
      document: "acme-jobs",
      operation: "getJob",
      method: "GET",
      path: JOB,
      violations: expect.arrayContaining([expect.objectContaining({ mistake: "credentialsMissing" })]),
    },
  ]);
});

describe("what was started", () => {
  const start = async (sandbox: Sandbox) => {
    const answer = await sandbox.fetch("http://sandbox.invalid/jobs", START);
    return ((await answer.json()) as { "job-id": string })["job-id"];
  };
  const stateOf = async (sandbox: Sandbox, id: string) => (await ask(sandbox, `/jobs/${id}`, PLAIN)).body;

  test("is forgotten by a reset, and the same seed makes the same ids", async () => {
    const sandbox = await sandboxOf({ documents: [linkedJobs], seed: 7 });
    const other = await sandboxOf({ documents: [linkedJobs], seed: 8 });
    const first = await start(sandbox);
    sandbox.reset();
    expect(sandbox.services[0]?.world.executions()).toEqual([]);
    expect([await start(sandbox), first === (await start(other))]).toEqual([first, false]);
  });

  test("goes on in another sandbox that takes the snapshot over", async () => {
    const first = await sandboxOf({ documents: [linkedJobs] });
    const id = await start(first);
    await stateOf(first, id);
    first.services[0]?.world.steer(id, "failed");
    const second = await sandboxOf({ documents: [linkedJobs] });
    expect(second.restore(JSON.parse(JSON.stringify(first.snapshot())))).toEqual([]);
    for (let poll = 0; poll < 3; poll += 1) await stateOf(second, id);
    expect(await stateOf(second, id)).toContain('"state":"FAILED"');
  });

  test("ends as its request asks", async () => {
    const sandbox = await sandboxOf({ documents: [linkedJobs] });
    sandbox.rules.add({ operation: "startJob", outcome: "canceled", times: 1 });
    const [bent, straight] = [await start(sandbox), await start(sandbox)];
    const states = [];
    for (const id of [bent, straight]) {
      for (let poll = 0; poll < 4; poll += 1) await stateOf(sandbox, id);
      states.push(/"state":"(\w+)"/.exec(await stateOf(sandbox, id))?.[1]);
    }
    expect(states).toEqual(["CANCELED", "DONE"]);
  });
});

test("the journal keeps the last 200", async () => {
  const sandbox = await sandboxOf();
  for (let index = 0; index < 250; index += 1) await ask(sandbox, `/jobs/job-${index}`);
  const paths = sandbox.journal.list().map(({ path }) => path);
  expect([paths.length, paths[0], paths.at(-1)]).toEqual([200, "/jobs/job-249", "/jobs/job-50"]);
});

test("time that passes in the sandbox makes nobody's credentials older", async () => {
  const sandbox = await sandboxOf();
  sandbox.advance(86_400_000);
  const at: number[] = [];
  const [service] = sandbox.services;
  Object.assign(service?.gate ?? {}, {
    admit: (_: unknown, { sentAt }: { sentAt: number }) => {
      at.push(sentAt);
      return [];
    },
  });
  await ask(sandbox, "/health", PLAIN);
  expect(Math.abs((at[0] ?? 0) - Date.now())).toBeLessThan(5000);
  expect(sandbox.clock.now() - Date.now()).toBeGreaterThan(86_000_000);
});
