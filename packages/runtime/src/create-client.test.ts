import { afterEach, describe, expect, it, vi } from "vitest";
import type { Operations, paths } from "../test/paths.ts";
import { service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { type ClientOptions, createClient } from "./index.ts";

const create = (options: ClientOptions) => createClient<Operations, paths>(service, options);

afterEach(() => vi.unstubAllGlobals());

describe("a request", () => {
  const rows: {
    given: [keyof Operations, Record<string, unknown>];
    want: { url: string; method: string; headers?: Record<string, string>; body?: string };
  }[] = [
    {
      given: ["getJob", { jobId: "a/b", verbose: true, tag: ["x", "y z"], "X-Trace": "t1", theme: "dark;1" }],
      want: {
        method: "GET",
        url: "https://north.api.example.com/v1/jobs/a%2Fb?verbose=true&tag=x&tag=y%20z",
        headers: {
          accept: "application/vnd.jobs+json;charset=UTF-8",
          "x-trace": "t1",
          cookie: "theme=dark%3B1",
        },
      },
    },
    {
      given: ["getJob", { jobId: "j1", tag: { colour: "red", size: 2 } }],
      want: { method: "GET", url: "https://north.api.example.com/v1/jobs/j1?colour=red&size=2" },
    },
    {
      given: ["startJob", { dryRun: false, name: "nightly", "async-execution": true }],
      want: {
        method: "POST",
        url: "https://north.api.example.com/v1/jobs?dryRun=false",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: '{"name":"nightly","async-execution":true}',
      },
    },
    {
      given: ["startJob", {}],
      want: { method: "POST", url: "https://north.api.example.com/v1/jobs", body: "{}" },
    },
    {
      given: ["findJob", { JobId: "a&b", Labels: ["x", { y: 1 }] }],
      want: {
        method: "POST",
        url: "https://north.api.example.com/v1/jobs/find",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "JobId=a%26b&Labels=x&Labels=%7B%22y%22%3A1%7D",
      },
    },
    {
      given: ["patchJob", { jobId: "j1", body: { jobId: null } }],
      want: {
        method: "PATCH",
        url: "https://north.api.example.com/v1/jobs/j1",
        headers: { "content-type": "application/merge-patch+json" },
        body: '{"jobId":null}',
      },
    },
    { given: ["ping", {}], want: { method: "GET", url: "https://north.api.example.com/v1/ping", body: "" } },
  ];

  it.each(rows)("$given.0 → $want.method $want.url", async ({ given: [operation, args], want }) => {
    const { fetch, sent } = stubFetch();
    await create({ fetch })[operation](args);

    const { method, url, headers } = sent();
    expect({ method, url }).toEqual({ method: want.method, url: want.url });
    expect(Object.fromEntries(headers)).toMatchObject(want.headers ?? {});
    if (want.body !== undefined) expect(await sent().text()).toBe(want.body);
  });

  it("takes headers from the call before those of the client, and both before the documented Accept", async () => {
    const { fetch, sent } = stubFetch();
    const client = create({ fetch, headers: { accept: "application/json", "x-team": "a" } });
    await client.getJob({ jobId: "j1" }, { headers: { "x-team": "b" } });
    expect(Object.fromEntries(sent().headers)).toEqual({ accept: "application/json", "x-team": "b" });
  });

  it("is aborted by the call's signal", async () => {
    const { fetch, sent } = stubFetch();
    await create({ fetch }).ping({}, { signal: AbortSignal.abort() });
    expect(sent().signal.aborted).toBe(true);
  });
});

describe("fetch", () => {
  it("is the global of the moment of the call, so a client made before it is patched is intercepted", async () => {
    const client = create({});
    const { fetch, sent } = stubFetch();
    vi.stubGlobal("fetch", fetch);
    await client.ping();
    expect(sent().url).toBe("https://north.api.example.com/v1/ping");
  });
});

describe("http", () => {
  it("is openapi-fetch with the same base URL, Accept and credential", async () => {
    const { fetch, sent } = stubFetch(() => Response.json({ state: "DONE" }));
    const { http } = create({ fetch });
    const { data } = await http.GET("/jobs/{jobId}", { params: { path: { jobId: "j1" } } });
    expect(data?.state).toBe("DONE");
    expect(sent().url).toBe("https://north.api.example.com/v1/jobs/j1");
    expect(sent().headers.get("accept")).toBe("application/vnd.jobs+json;charset=UTF-8");
  });

  it("shares its middleware with the operations", async () => {
    const { fetch, sent } = stubFetch();
    const client = create({ fetch });
    client.http.use({ onRequest: ({ request }) => request.headers.set("x-seen", "yes") });
    await client.ping();
    expect(sent().headers.get("x-seen")).toBe("yes");
  });
});
