import { afterEach, describe, expect, it, vi } from "vitest";
import type { JobsClient, Operations, RpcClient } from "../test/paths.ts";
import { operations, rpcOperations, rpcService, service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { apiKey, type ClientOptions, createClient, inBody, json, mediaTypeVersions } from "./index.ts";

const create = (options: ClientOptions) => createClient<JobsClient>(service, operations, options);

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
    {
      given: [
        "filterJobs",
        { Filter: [{ Name: "Status", Value: ["a b"] }], Tags: { k: "v" }, Names: ["x", "y"] },
      ],
      want: {
        method: "GET",
        url:
          "https://north.api.example.com/v1/jobs?Filter.1.Name=Status&Filter.1.Value.1=a%20b" +
          "&Tags=%7B%22k%22%3A%22v%22%7D&Names=x&Names=y",
      },
    },
    {
      given: ["tagJobs", { Tags: [{ k: "v" }], Steps: [{ n: 1 }, { n: 2 }], Names: ["x", "y"] }],
      want: {
        method: "POST",
        url: "https://north.api.example.com/v1/jobs/tags",
        body: "Tags=%5B%7B%22k%22%3A%22v%22%7D%5D&Steps.1.n=1&Steps.2.n=2&Names=x&Names=y",
      },
    },
    {
      given: ["replaceScript", { name: "a", body: new Blob(["echo"], { type: "text/plain" }) }],
      want: {
        method: "PUT",
        url: "https://north.api.example.com/v1/scripts/a",
        headers: { "content-type": "application/octet-stream" },
        body: "echo",
      },
    },
    {
      given: ["replaceScript", { name: "a", body: new TextEncoder().encode("echo") }],
      want: { method: "PUT", url: "https://north.api.example.com/v1/scripts/a", body: "echo" },
    },
    {
      given: ["logIn", {}],
      want: { method: "POST", url: "https://login.north.example.com/sso/main/login", body: "" },
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

  it("writes the body for the media type that the call names, if it names another than the documented", async () => {
    const { fetch, sent } = stubFetch();
    await create({ fetch }).patchJob(
      { jobId: "j1", body: "<job/>" },
      { headers: { "content-type": "application/xml" } },
    );
    expect(sent().headers.get("content-type")).toBe("application/xml");
    expect(await sent().text()).toBe("<job/>");
  });
});

describe("a form with files", () => {
  const file = new File(["echo"], "run.sh", { type: "text/x-sh" });

  it("has its members lie flat, files as they are, lists by name, objects as JSON", async () => {
    const { fetch, sent } = stubFetch();
    const args = { file, name: "run", labels: ["x", "y"], options: { a: 1 } };
    await create({ fetch }).uploadScript(args);
    expect(sent().headers.get("content-type")).toMatch(/^multipart\/form-data; ?boundary=./);
    const form = await sent().formData();
    expect([...form.keys()]).toEqual(["file", "name", "labels", "labels", "options"]);
    const sentFile = form.get("file") as File;
    expect([sentFile.name, sentFile.type, await sentFile.text()]).toEqual(["run.sh", "text/x-sh", "echo"]);
    expect([form.get("name"), form.getAll("labels"), form.get("options")]).toEqual([
      "run",
      ["x", "y"],
      '{"a":1}',
    ]);
  });

  it("is the same by way of http", async () => {
    const { fetch, sent } = stubFetch();
    await create({ fetch }).http.POST("/scripts", { body: { file } });
    expect(sent().headers.get("content-type")).toMatch(/^multipart\/form-data/);
    expect([...(await sent().formData()).keys()]).toEqual(["file"]);
  });

  it("may be a FormData of one's own", async () => {
    const { fetch, sent } = stubFetch();
    const form = new FormData();
    form.append("file", file, "other.sh");
    await create({ fetch }).http.POST("/scripts", { body: form as never });
    expect(((await sent().formData()).get("file") as File).name).toBe("other.sh");
  });
});

describe("a service of one path", () => {
  const createRpc = (options: ClientOptions) => createClient<RpcClient>(rpcService, rpcOperations, options);
  const want = { "x-action": "GetJob", "x-version": "2026-11-22", "x-key": "k" };

  it("is told the operation and the version in headers, and the path is not that of the documentation", async () => {
    const { fetch, sent } = stubFetch();
    await createRpc({ fetch, auth: apiKey("k") }).GetJob({ JobId: "a/b", Label: "x" });
    expect(sent().url).toBe("https://rpc.example.com/api/?JobId=a%2Fb");
    expect(Object.fromEntries(sent().headers)).toMatchObject(want);
    expect(await sent().text()).toBe("Label=x");
  });

  it("is so by way of http, under the documented path", async () => {
    const { fetch, sent } = stubFetch();
    const client = createRpc({ fetch, auth: apiKey("k"), baseUrl: "http://localhost:1/" });
    await client.http.POST("/GetJob", { params: { query: { JobId: "j1" } } });
    expect(sent().url).toBe("http://localhost:1/?JobId=j1");
    expect(Object.fromEntries(sent().headers)).toMatchObject(want);
    await client.http.request("post", "/GetJob", { baseUrl: "http://localhost:2/api" });
    expect(sent().url).toBe("http://localhost:2/api/");
  });

  it("may have an operation elsewhere", async () => {
    const { fetch, sent } = stubFetch();
    await createRpc({ fetch }).LogIn();
    expect(sent().url).toBe("https://login.example.com/v2/");
    expect(sent().headers.get("x-action")).toBe("LogIn");
  });
});

describe("a version", () => {
  const versioned = {
    ...service,
    versions: mediaTypeVersions("1"),
  };
  const accept = "application/vnd.jobs-v{version}+json";
  const body = { mediaType: accept, write: json, required: true } as const;
  const both = {
    ping: { ...operations.ping, accept },
    patchJob: { ...operations.ping, id: "patchJob", method: "PATCH", parameters: { body: inBody }, body },
  };
  const accepted = async (options: ClientOptions & { version?: string }) => {
    const { fetch, sent } = stubFetch();
    await createClient<JobsClient>(versioned, both, { ...options, fetch }, undefined, {
      versions: ["1", "2"],
    }).ping();
    return sent().headers.get("accept");
  };

  it.each([
    { given: {}, want: "application/vnd.jobs-v1+json" },
    { given: { version: "2" }, want: "application/vnd.jobs-v2+json" },
    { given: { version: "2", headers: { accept: "*/*" } }, want: "*/*" },
  ])("$given asks for $want", async ({ given, want }) => {
    expect(await accepted(given)).toBe(want);
  });

  it("is that of the request's body too", async () => {
    const { fetch, sent } = stubFetch();
    await createClient<JobsClient>(versioned, both, { version: "2", fetch }, undefined, {
      versions: ["1", "2"],
    }).patchJob({ body: {} });
    expect(sent().headers.get("content-type")).toBe("application/vnd.jobs-v2+json");
  });

  it("has to be one that there is", async () => {
    const none = () => createClient(service, operations, { version: "3" });
    expect(none).toThrow('version is "3". Documented are: none, since the media types');
  });

  it("is one of the documented ones", async () => {
    await expect(accepted({ version: "3" })).rejects.toThrow('version is "3". Documented are: 1, 2.');
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

  it("goes where the operation goes, and writes values as the operation does", async () => {
    const { fetch, sent } = stubFetch();
    const { http } = create({ fetch });
    await http.POST("/login", {});
    expect(sent().url).toBe("https://login.north.example.com/sso/main/login");
    await http.GET("/jobs", { params: { query: { Filter: [{ Name: "x" }], Tags: { k: "v" } } } });
    expect(sent().url).toBe(
      "https://north.api.example.com/v1/jobs?Filter.1.Name=x&Tags=%7B%22k%22%3A%22v%22%7D",
    );
  });
});

describe("an option", () => {
  it.each([
    {
      given: { baseURL: "https://a.example" },
      want: 'There is no option "baseURL". There are: baseUrl, server,',
    },
    {
      given: { baseUrl: new URL("https://a.example") },
      want: 'baseUrl is [object URL]. It takes an absolute http or https URL as text. Example: "https://',
    },
    { given: { baseUrl: 5 }, want: "baseUrl is 5." },
    { given: { fetch: "node-fetch" }, want: "fetch is [object String]. It takes a function." },
    { given: { fetchOptions: () => {} }, want: "fetchOptions is [object Function]. It takes an object," },
    { given: { headers: "s3cret" }, want: "headers is [object String]. It takes names and values" },
    {
      given: { headers: { authorization: "s3cret\nx" } },
      want: "headers is [object Object]. It takes names",
    },
    { given: { headers: { "a b": "c" } }, want: "headers is [object Object]." },
    {
      given: { validation: "strict" },
      want: "validation is [object String]. It takes what validation of the",
    },
    {
      given: { clock: Date },
      want: "clock is [object Function]. It takes an object with the functions now,",
    },
    { given: { hooks: null }, want: "hooks is [object Null]. It takes an object with: request, retry," },
    { given: { hooks: { requests() {} } }, want: 'There is no option "hooks.requests". There are: request,' },
    { given: { hooks: { request: "log" } }, want: "hooks.request is [object String]. It takes a function." },
    {
      given: { server: "north" },
      want: "server is [object String]. It takes an object with: index, variables.",
    },
    {
      given: { server: { variable: {} } },
      want: 'no option "server.variable". There are: index, variables.',
    },
    {
      given: { server: { variables: ["north"] } },
      want: "server.variables is [object Array]. It takes names",
    },
    {
      given: { server: { variables: { region: "https://north.api.example.com" } } },
      want: "A whole URL goes to baseUrl.",
    },
    { given: { server: { variables: { realm: "evil.example/#" } } }, want: 'realm is "evil.example/#". It' },
    { given: { server: { variables: { region: 5 } } }, want: "server.variables.region is 5." },
    { given: null, want: "What stands for the options is [object Null]. It takes an object with: baseUrl," },
    { given: "https://a.example", want: "What stands for the options is [object String]." },
    { given: ["https://a.example"], want: "What stands for the options is [object Array]." },
    {
      given: { timeout: "fast" },
      want: 'timeout is "fast". It takes milliseconds above zero, or a text such as "10m"',
    },
    { given: { timeout: 0 }, want: "timeout is 0." },
    { given: { totalTimeout: "5 minutes" }, want: 'totalTimeout is "5 minutes".' },
    { given: { retry: { attempts: 0 } }, want: "retry.attempts is 0." },
    { given: { retry: { delay: -1 } }, want: "retry.delay is -1." },
    { given: { retry: { attempts: "3" } }, want: "retry.attempts is [object String]." },
    { given: { retry: { budget: -1 } }, want: "retry.budget is -1." },
    { given: { retry: { budget: "20" } }, want: "retry.budget is [object String]." },
  ])("that is wrong is refused: $given", ({ given, want }) => {
    expect(() => createClient(service, operations, given as ClientOptions)).toThrow(want);
  });

  it.each([
    {
      given: { singal: AbortSignal.abort() },
      want: 'There is no option "singal". There are: signal, headers,',
    },
    { given: { retry: true }, want: "retry is [object Boolean]." },
    { given: { retry: { attempts: Number.NaN } }, want: "retry.attempts is NaN." },
    { given: { timeout: "soon" }, want: 'timeout is "soon".' },
    {
      given: { timeout: 10n },
      want: "timeout is [object BigInt]. It takes milliseconds above zero, or a text",
    },
    { given: { totalTimeout: Number.POSITIVE_INFINITY }, want: "totalTimeout is Infinity." },
    {
      given: { signal: new AbortController() },
      want: "signal is [object AbortController]. It takes an Abort",
    },
    {
      given: { headers: { authorization: "s3cret\nx" } },
      want: "headers is [object Object]. It takes names",
    },
    { given: null, want: "What stands for the options is [object Null]. It takes an object with: signal," },
    { given: 5, want: "What stands for the options is 5." },
  ])("of a call, too: $given", async ({ given, want }) => {
    await expect(create({}).ping({}, given as object)).rejects.toThrow(want);
  });

  it("shows no secret", async () => {
    const headers = { authorization: "Bearer s3cret\nx" };
    expect(() => create({ headers })).toThrow(expect.not.stringContaining("s3cret"));
    await expect(create({}).ping({}, { headers })).rejects.toThrow(expect.not.stringContaining("s3cret"));
  });

  it("may be an instance of a class, which has more to it than is asked for", async () => {
    class Counter {
      calls = 0;
      request() {
        this.calls++;
      }
    }
    const hooks = new Counter();
    await create({ hooks, fetch: stubFetch().fetch }).ping();
    expect(hooks.calls).toBe(1);
  });
});
