import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pause } from "../test/pause.ts";
import { cancelJob, connectTo, getJob, listJobs, service, startJob } from "../test/waiting.ts";
import { createClient } from "./create-client.ts";
import { loadPart } from "./load-part.ts";
import { writeToken } from "./wait/wait-token.ts";

interface Methods {
  readonly http: {
    GET(path: string, init?: object): Promise<{ data?: unknown; response: Response }>;
    request(method: string, path: string, init?: object): Promise<{ response: Response }>;
    use(...middleware: unknown[]): void;
  };
  settle(id: string, args: object, how?: object): Promise<unknown>;
  watch(id: string, args: object, how?: object): AsyncGenerator;
  run(id: string, args: object, how?: object): Promise<unknown>;
  resume(token: string, how?: object): Promise<unknown>;
  list(id: string, args: object, how?: object): AsyncIterable<unknown>;
}
type Call = (client: Methods, options: { signal?: AbortSignal }) => Promise<unknown>;

const operations = { getJob, listJobs, startJob, cancelJob };
const within = { deadline: "10m" };
const job = { jobId: "j1" };
const token = writeToken({ operation: "getJob", args: job, began: 0 });

let loading: Promise<void> = Promise.resolve();

function create(hooks: object = {}, ...steps: Parameters<typeof connectTo>[0][number][]) {
  const load = () => loading.then(() => import("./wait/waiting.ts"));
  const [first = { state: "DONE" }, ...others] = steps;
  const { connection, sent, clock } = connectTo([first, ...others]);
  const { fetch } = connection;
  return { client: createClient<Methods>(service, operations, { fetch, clock, hooks }, load), sent, clock };
}

const calls: readonly { name: string; call: Call }[] = [
  { name: "settle", call: (client, how) => client.settle("getJob", job, { ...within, ...how }) },
  { name: "watch", call: (client, how) => client.watch("getJob", job, { ...within, ...how }).next() },
  { name: "run", call: (client, how) => client.run("startJob", { name: "n" }, { ...within, ...how }) },
  { name: "resume", call: (client, how) => client.resume(token, { ...within, ...how }) },
  { name: "http.GET", call: (client, init) => client.http.GET("/jobs", init) },
  { name: "http.request", call: (client, init) => client.http.request("get", "/jobs", init) },
];

describe("while a part is being loaded", () => {
  let load = () => {};

  beforeEach(() => {
    // Each part is loaded once in a process.
    vi.resetModules();
    loading = new Promise<void>((resolve) => {
      load = resolve;
    });
    vi.doMock("./http/create-plain-call.ts", async (original) => loading.then(() => original()));
  });

  afterAll(() => {
    load();
    vi.doUnmock("./http/create-plain-call.ts");
    vi.resetModules();
  });

  it.each(calls)("an abort ends $name at once, and no request follows", async ({ call }) => {
    const { client, sent } = create();
    const controller = new AbortController();
    let reason: unknown;
    const ended = call(client, { signal: controller.signal }).catch((error: unknown) => {
      reason = error;
    });
    await pause(5);
    expect([sent.length, reason]).toEqual([0, undefined]);
    controller.abort("enough");
    // Neither a timer nor what is loaded comes before this: only microtasks do.
    for (let turn = 0; turn < 20; turn++) await undefined;
    expect(reason).toBe("enough");
    load();
    await ended;
    await pause(20);
    expect(sent).toHaveLength(0);
  });

  it.each(["settle", "watch"] as const)("an aborted %s is told of, and cancels if it is to", async (name) => {
    const events: unknown[] = [];
    const { client, sent } = create({ settled: (event: { status: string }) => events.push(event.status) });
    const controller = new AbortController();
    const how = { ...within, cancel: true, signal: controller.signal };
    const ended =
      name === "settle" ? client.settle("getJob", job, how) : client.watch("getJob", job, how).next();
    controller.abort("enough");
    await expect(ended).rejects.toBe("enough");
    load();
    await vi.waitFor(() => {
      expect(events).toEqual(["error"]);
      expect(sent.map(({ method }) => method)).toEqual(["POST"]);
    });
  });

  it.each(calls.slice(0, 4))("the deadline of $name passes", async ({ call }) => {
    const { client, sent, clock } = create();
    const ended = call(client, {}).catch((error: unknown) => error);
    clock.advance(600_000);
    expect(await ended).toMatchObject({
      name: "RequestError",
      reason: "deadline",
      retryable: true,
      message: expect.stringMatching(/^\w+: what waits was not loaded in 600 s, past its deadline$/),
    });
    load();
    await pause(20);
    expect(sent).toHaveLength(0);
  });

  it.each([
    ...calls.slice(0, 1),
    {
      name: "watch",
      call: async (client: Methods) => {
        for await (const _ of client.watch("getJob", job, within));
      },
    },
    {
      name: "run",
      call: (client: Methods) => client.run("startJob", { name: "n" }, { ...within, to: "getJob" }),
      first: Response.json({ id: "j1" }, { status: 202 }),
    },
    ...calls.slice(3, 4),
  ])(
    "the deadline of $name has begun",
    async ({ call, first = { state: "RUN" } }: { call: Call; first?: object }) => {
      const { client, clock, sent } = create({}, first as Response, { state: "RUN" });
      const begun = clock.now();
      const ended = call(client, {}).catch((error: unknown) => error);
      clock.advance(599_000);
      load();
      expect(await ended).toMatchObject({ reason: "deadline", token: expect.any(String) });
      expect([clock.now() - begun, sent.length > 0]).toEqual([600_000, true]);
    },
  );

  it("what is wrong with a call is told without it", async () => {
    const { client } = create();
    expect(() => client.watch("getJob", job, {})).toThrow(/deadline is missing/);
    expect(() => client.watch("getJob", job, { ...within, interval: { first: "soon" } })).toThrow(TypeError);
    expect(() => client.list("getJob", job)).toThrow(/page by page/);
    expect(() => client.http.use(() => {})).toThrow(/Middleware must be an object/);
    await expect(client.settle("getJob", job, { ...within, wait: 1 })).rejects.toThrow(/no option "wait"/);
  });
});

describe("once a part is loaded", () => {
  it.each([
    { id: "startJob", args: { name: "n" }, how: within, want: /tells no status/ },
    { id: "listJobs", args: {}, how: { ...within, cancel: true }, want: /see the option cancel/ },
  ])("watching $id tells from the loop what is wrong: $want", async ({ id, args, how, want }) => {
    const { client, sent } = create();
    await expect(client.watch(id, args, how).next()).rejects.toThrow(want);
    expect(sent).toHaveLength(0);
  });

  it("a client that has nothing to wait for says so", async () => {
    const { settle } = createClient<Methods>(service, { startJob });
    await expect(settle("startJob", { name: "n" }, within)).rejects.toThrow("No operation tells a status");
  });
});

describe("a part that is awaited", () => {
  const never = () => new Promise<never>(() => {});
  it.each([
    { what: "comes", given: () => loadPart(Promise.resolve(1)), want: 1 },
    {
      what: "comes, with a signal",
      given: () => loadPart(Promise.resolve(1), new AbortController().signal),
      want: 1,
    },
    { what: "is not there", given: () => loadPart(Promise.reject("gone")), want: "gone" },
    {
      what: "is not there, with a signal",
      given: () => loadPart(Promise.reject("gone"), new AbortController().signal),
      want: "gone",
    },
    {
      what: "is not waited for any more",
      given: () => loadPart(never(), AbortSignal.abort("no")),
      want: "no",
    },
  ])("$what", async ({ given, want }) => {
    expect(await given().catch((error: unknown) => error)).toBe(want);
  });
});
