import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { documented, type JobsMocks, operations, service } from "../../test/mocked-jobs.ts";
import { createClient } from "../index.ts";
import type { Outcome } from "../wait/outcome.ts";
import { rpc as rpcOf } from "../write/rpc.ts";
import { answers } from "./answers.ts";
import { createMock } from "./create-mock.ts";
import { empty, hang, html, reset, truncated } from "./faults.ts";
import type { HttpNamespace } from "./handlers.ts";
import type { Scripts } from "./mock-types.ts";
import { running, succeeded } from "./states.ts";
import { createVirtualClock } from "./virtual-clock.ts";

interface Jobs {
  getJob(args: object, options?: object): Promise<{ ok: boolean; status: number | "malformed" }>;
  settle(id: string, args: object, options: object): Promise<Outcome>;
}

interface Server {
  listen(options: object): void;
  use(...handlers: unknown[]): void;
  resetHandlers(): void;
  close(): void;
}

// This file is no part of what is published; the types of Node are not among what the package compiles with.
declare const process: {
  getBuiltinModule(id: "node:module"): { createRequire(from: URL): { resolve(name: string): string } };
};

// The runtime depends on no MSW: both majors are those that the judge is tested with.
const judge = new URL("../../../conformance/package.json", import.meta.url);
const { resolve } = process.getBuiltinModule("node:module").createRequire(judge);
const load = (name: string): Promise<unknown> => import(new URL(resolve(name), judge).href);

describe.each(["msw", "msw2"])("as handlers of %s", async (name) => {
  const { http } = (await load(name)) as { http: HttpNamespace<object> };
  const { setupServer } = (await load(`${name}/node`)) as { setupServer: () => Server };
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: "bypass" }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  function start(scripts: Scripts<JobsMocks>, of = service) {
    const clock = createVirtualClock();
    const mock = createMock<JobsMocks>({ service: of, operations, documented }, scripts, { clock });
    server.use(...mock.handlers(http));
    const baseUrl = "http://jobs.invalid/any/base";
    const loadWaiting = () => import("../wait/waiting.ts");
    return { mock, clock, jobs: createClient<Jobs>(of, operations, { baseUrl, clock }, loadWaiting) };
  }

  test("a wait of ten minutes", async () => {
    const { jobs, mock } = start({ getJob: [running({ times: 25 }), succeeded()] });
    const outcome = await jobs.settle("getJob", { jobId: "j-1" }, { deadline: "1h" });
    expect(outcome.status).toBe("succeeded");
    expect(mock.requests).toHaveLength(26);
    expect(mock.requests[0]).toMatchObject({ operation: "getJob", path: { jobId: "j-1" } });
  });

  test.each([
    { script: answers(200), want: [true, 200, 1] },
    { script: answers(404), want: [false, 404, 1] },
    { script: [reset(), answers(200)], want: [true, 200, 2] },
    { script: [html(502), answers(200)], want: [true, 200, 2] },
    { script: [hang(), answers(200)], want: [true, 200, 2] },
    { script: truncated(), want: [false, "malformed", 1] },
    { script: empty(), want: [false, "malformed", 1] },
  ] satisfies { script: Scripts<JobsMocks>["getJob"]; want: unknown }[])(
    "$want",
    async ({ script, want }) => {
      const { jobs, mock } = start({ getJob: script });
      const { ok, status } = await jobs.getJob({ jobId: "1" });
      expect([ok, status, mock.requests.length]).toEqual(want);
    },
  );

  test("what has no script is left to others", () => {
    const { mock } = start({ startJob: answers(202) });
    expect(mock.handlers(http)).toHaveLength(1);
  });

  test.each([undefined, {}, fetch])("%o is no http of MSW", (given) => {
    const { mock } = start({ startJob: answers(202) });
    expect(() => mock.handlers(given as unknown as typeof http)).toThrow(
      /takes the http of MSW, not \[object/,
    );
  });

  test("two services of one path", async () => {
    const rpc = rpcOf({ path: "/", headers: { operation: "x-action", version: "x-version" }, version: "1" });
    start({ getJob: answers(200) }, { ...service, rpc });
    start({ find: answers(200) }, { ...service, rpc });
    const ask = (action: string) =>
      fetch("http://jobs.invalid/", {
        method: action === "find" ? "POST" : "GET",
        headers: { "x-action": action },
      });
    expect(await (await ask("getJob")).json()).toHaveProperty("id");
    expect(await (await ask("find")).json()).toHaveProperty("Code");
  });
});
