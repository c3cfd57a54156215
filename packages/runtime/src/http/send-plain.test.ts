import { describe, expect, it } from "vitest";
import { type Answer, answer, answers, broken, reset, unavailable } from "../../test/attempts.ts";
import type { JobsClient } from "../../test/paths.ts";
import { operations as documented, service } from "../../test/service.ts";
import { apiKey, type ClientOptions, createClient, inBand, throttling } from "../index.ts";

const operations = {
  ...documented,
  getJob: { ...documented.getJob, inBand: inBand({ code: ["code"], success: ["OK"] }) },
};
const fine = answer(200, { code: "OK" });
const job = { params: { path: { jobId: "j1" } } };

function create(steps: readonly [Answer, ...Answer[]], options: ClientOptions = {}) {
  const { clock, fetch, sent } = answers(...steps);
  const throttled = { ...service, throttling: throttling({ codes: [/^Busy$/] }) };
  const all = { auth: apiKey("k1"), clock, fetch, ...options };
  return { http: createClient<JobsClient>(throttled, operations, all).http, sent, clock, fetch };
}

/** What is not documented: openapi-fetch cannot know its type. */
type Undocumented = (path: string, init?: object) => Promise<{ response: Response }>;

describe("a call by path", () => {
  it.each([
    { name: "a failure in passing", given: unavailable },
    { name: "no answer", given: reset },
    { name: "an answer that breaks off", given: broken },
    { name: "a code that says to come back, under 200", given: answer(200, { code: "Busy" }) },
  ])("is sent again after $name, and its body read", async ({ given }) => {
    const { http, sent } = create([given, given, fine]);
    expect((await http.GET("/jobs/{jobId}", job)).data).toEqual({ code: "OK" });
    expect(sent).toHaveLength(3);
  });

  it("that may not be sent twice is not", async () => {
    const { http, sent } = create([unavailable]);
    expect((await http.POST("/login", {})).response.status).toBe(503);
    await expect(create([reset]).http.POST("/login", {})).rejects.toMatchObject({ reason: "connection" });
    expect(sent).toMatchObject([{ method: "POST", path: "/sso/main/login" }]);
  });

  it("has to be answered in time, to the end of the body", async () => {
    const never = () => new Promise<never>(() => {});
    const stuck: Answer = () => new Response(new ReadableStream({ pull: never }));
    for (const step of [stuck, never]) {
      const { http, sent, clock } = create([step], { timeout: "1s", retry: false });
      const call = http.GET("/jobs/{jobId}", job).catch((error: unknown) => error);
      await clock.sleep(5_000);
      expect(await call).toMatchObject({ name: "RequestError", reason: "timeout", operation: "getJob" });
      expect(sent).toHaveLength(1);
    }
  });

  it.each(["before", "while"])("ends when it is aborted %s it is sent", async (when) => {
    const controller = new AbortController();
    const { http, sent } = create([() => new Promise(() => controller.abort("enough"))]);
    if (when === "before") controller.abort("enough");
    await expect(http.GET("/jobs/{jobId}", { ...job, signal: controller.signal })).rejects.toBe("enough");
    expect(sent).toHaveLength(when === "before" ? 0 : 1);
  });
});

describe("headers that cannot be sent are told before anything is sent, and not what they hold", () => {
  it.each([
    { name: "a line break", init: { headers: { "x-key": "s3cret\r\nx: y" } } },
    { name: "no Latin-1", init: { headers: { "x-key": "s3cret☃" } } },
    { name: "a list", init: { headers: { "x-key": ["a", "s3cret☃"] } } },
    { name: "no name", init: { headers: { "s3cret name": "a" } } },
    { name: "a list of pairs", init: { headers: [["x-key", "s3cret☃"]] } },
    { name: "a parameter", init: { params: { header: { "x-key": "s3cret☃" } } } },
  ])("$name", async ({ init }) => {
    const { http, sent } = create([fine]);
    for (const path of ["/jobs", "/about"]) {
      const told = await (http.GET as unknown as Undocumented)(path, init).catch((error: unknown) => error);
      expect(told).toBeInstanceOf(TypeError);
      expect(String(told)).toMatch(/^TypeError: headers is .* It takes names and values that can be sent, /);
      expect(`${told} ${(told as Error).stack}`).not.toContain("s3cret");
    }
    expect(sent).toHaveLength(0);
  });

  it.each([
    { given: { "x-team": null, "x-tags": ["a", "b"], "x-none": undefined }, want: { "x-tags": "a, b" } },
    { given: [["x-tags", "a"]], want: { "x-team": "t", "x-tags": "a" } },
    { given: new Headers({ "x-tags": "a" }), want: { "x-team": "t", "x-tags": "a" } },
  ])("and $given can be", async ({ given, want }) => {
    const inits: RequestInit[] = [];
    const { http } = create([fine], {
      headers: { "x-team": "t" },
      fetch: async (_, init) => {
        inits.push(init);
        return Response.json({});
      },
    });
    await (http.GET as unknown as Undocumented)("/about", { headers: given });
    expect(inits[0]?.headers).toEqual({ accept: "*/*", ...want });
  });
});

describe("what is no call by path is told before anything is sent", () => {
  it.each([
    { given: ["/jobs/{jobId}", { ...job, signal: 5 }], want: "signal is 5. It takes an AbortSignal." },
    { given: [undefined, {}], want: 'path is [object Null]. It takes a text that begins with "/".' },
    // With a base URL that has no path, that would be the name of another host.
    { given: [".b.example/jobs"], want: "path is [object String]." },
    { given: ["@b.example/jobs"], want: "path is [object String]." },
  ])("$given", async ({ given, want }) => {
    const { http, sent } = create([fine]);
    const call = http.GET as unknown as (...given: unknown[]) => Promise<unknown>;
    expect(await call(...given).catch(String)).toContain(`TypeError: ${want}`);
    expect(sent).toHaveLength(0);
  });

  it.each([{ given: null }, { given: { signal: null } }])("but $given is nothing", async ({ given }) => {
    const { http, sent } = create([fine]);
    await (http.GET as unknown as (path: string, init: unknown) => Promise<unknown>)("/jobs", given);
    expect(sent).toHaveLength(1);
  });
});

describe("a call that is not documented", () => {
  it("goes the same way, but for credentials", async () => {
    const inits: RequestInit[] = [];
    const events: unknown[] = [];
    const { clock, fetch } = answers(unavailable, answer(302, {}, { location: "https://b.example" }));
    const { http } = createClient<JobsClient>(service, operations, {
      auth: apiKey("k1"),
      clock,
      headers: { "x-team": "a" },
      fetchOptions: { dispatcher: "of one's own" },
      hooks: { request: (event) => void events.push(event) },
      fetch: (url, init) => {
        inits.push(init);
        return fetch(url, init);
      },
    });
    const { response } = await (http.GET as unknown as Undocumented)("/about", { headers: { "x-own": "b" } });
    expect(response.status).toBe(302);
    const init = { redirect: "manual", dispatcher: "of one's own", headers: { "x-team": "a", "x-own": "b" } };
    expect(inits).toMatchObject([init, init]);
    expect(inits[0]?.headers).not.toHaveProperty("x-key");
    const url = "https://north.api.example.com/v1/about";
    expect(events).toMatchObject([1, 2].map((attempt) => ({ operation: "GET /about", url, attempt })));
  });
});
