import { describe, expect, it } from "vitest";
import { type ClientOptions, call } from "../src/index.ts";
import { settle } from "../src/wait/settle.ts";
import type { Step } from "../test/scripted-fetch.ts";
import { connectTo, getJob } from "../test/waiting.ts";
import { type Attributes, type Tracer, tracingHooks } from "./open-telemetry.ts";

interface Written {
  readonly name: string;
  readonly kind: number | undefined;
  readonly startTime: number | undefined;
  readonly attributes: Attributes;
  readonly events: Attributes[];
  status?: { code: number; message?: string };
  ended: number;
}

/** A tracer that only writes down. */
function fakeTracer(): { tracer: Tracer; spans: Written[] } {
  const spans: Written[] = [];
  const tracer: Tracer = {
    startSpan(name, { kind, startTime, attributes } = {}) {
      const span: Written = { name, kind, startTime, attributes: { ...attributes }, events: [], ended: 0 };
      spans.push(span);
      return {
        setAttributes: (more) => Object.assign(span.attributes, more),
        addEvent: (of, attributes) => span.events.push({ of, ...attributes }),
        setStatus: (status) => Object.assign(span, { status }),
        end: () => span.ended++,
      };
    },
  };
  return { tracer, spans };
}

function traced(steps: readonly [Step, ...Step[]], options: ClientOptions = {}) {
  const { tracer, spans } = fakeTracer();
  return { spans, ...connectTo(steps, { hooks: tracingHooks(tracer), ...options }) };
}

const job = { jobId: "j1", site: "query-canary" };
const done = { state: "DONE", output: "3 lines" };
const sent = {
  "http.request.method": "GET",
  "url.full": "https://jobs.example.com/jobs/j1",
  "server.address": "jobs.example.com",
  "server.port": 443,
  "settled.operation": "getJob",
};

describe("an attempt is a span", () => {
  const reset = Object.assign(new TypeError("fetch failed"), { code: "ECONNRESET" });
  const rows: { given: Step; want: Attributes; error?: string }[] = [
    { given: done, want: { "http.response.status_code": 200 } },
    {
      given: Response.json({ code: "NoSuchJob" }, { status: 404 }),
      want: { "http.response.status_code": 404, "error.type": "404" },
      error: "404",
    },
    { given: reset, want: { "error.type": "connection" }, error: "connection" },
  ];

  it.each(rows)("of $want", async ({ given, want, error }) => {
    const { connection, spans } = traced([given], { retry: false });
    await call(connection, getJob, job).catch(() => {});
    const status = error === undefined ? {} : { status: { code: 2, message: error } };
    const attributes = { ...sent, ...want };
    expect(spans).toEqual([
      { name: "getJob", kind: 2, startTime: undefined, attributes, events: [], ended: 1, ...status },
    ]);
  });

  it("each of its own when it is retried", async () => {
    const { connection, spans } = traced([new Response(null, { status: 503 }), done]);
    await call(connection, getJob, job);
    expect(spans.map(({ attributes, ended }) => [attributes["http.response.status_code"], ended])).toEqual([
      [503, 1],
      [200, 1],
    ]);
    expect(spans.map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([undefined, 1]);
  });

  it("that ends when the call is aborted", async () => {
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const { connection, spans } = traced([done], { fetch });
    const aborter = new AbortController();
    const called = call(connection, getJob, job, { signal: aborter.signal });
    await Promise.resolve();
    aborter.abort();
    await expect(called).rejects.toThrow(DOMException);
    expect(spans).toMatchObject([
      { attributes: { "error.type": "aborted" }, status: { code: 2, message: "aborted" }, ended: 1 },
    ]);
  });

  it("that names the request as the vendor does", async () => {
    const { tracer, spans } = fakeTracer();
    const { request, response } = tracingHooks(tracer);
    const event = {
      operation: "a",
      call: {},
      method: "GET",
      safe: true,
      url: "http://127.0.0.1:8080/a",
      attempt: 1,
      duration: 5,
    };
    request(event);
    response({ ...event, status: 200, requestId: "r-1" });
    expect(spans[0]?.attributes).toMatchObject({ "server.port": 8080, "settled.request_id": "r-1" });
  });
});

describe("a wait is a span", () => {
  const waits = (spans: readonly Written[]) => spans.filter(({ name }) => name === "wait getJob");

  it("with an event for each poll", async () => {
    const { connection, spans } = traced([
      { state: "NEW" },
      new Response("<html>", { status: 502 }),
      { state: "RUN", percent: 40 },
      done,
    ]);
    await settle(connection, getJob, job, { deadline: "10m" });
    expect(waits(spans)).toMatchObject([
      {
        kind: 0,
        attributes: { "settled.operation": "getJob", "settled.status": "succeeded", "settled.polls": 4 },
        events: [
          { of: "poll", "settled.status": "notStarted", "settled.value": "NEW", "settled.polls": 1 },
          { "settled.status": "unknown", "error.type": "malformed" },
          { "settled.status": "running", "settled.value": "RUN", "settled.progress": 40 },
          { "settled.status": "succeeded", "settled.polls": 4 },
        ],
        ended: 1,
      },
    ]);
    expect(spans).toHaveLength(5);
    expect(spans.every(({ ended }) => ended === 1)).toBe(true);
  });

  const rows: { given: Step; want: string; isError: boolean }[] = [
    { given: done, want: "succeeded", isError: false },
    { given: { state: "STOPPED" }, want: "canceled", isError: false },
    { given: { state: "FAILED" }, want: "failed", isError: true },
    { given: new Response(null, { status: 403 }), want: "error", isError: true },
    { given: { state: "RUN" }, want: "error", isError: true },
  ];

  it.each(rows)("that ends with $want: an error is $isError", async ({ given, want, isError }) => {
    const { connection, spans } = traced([given]);
    await settle(connection, getJob, job, { deadline: "10m" }).catch(() => {});
    const [span] = waits(spans);
    expect(span?.attributes["settled.status"]).toBe(want);
    expect(span?.status).toEqual(isError ? { code: 2, message: want } : undefined);
    expect(span?.ended).toBe(1);
  });

  it("that begins when the wait did, and ends when it is aborted before its first poll is answered", async () => {
    const { connection, spans, clock } = traced([done], {
      async fetch(_, { signal }) {
        await clock.sleep(5000);
        aborter.abort();
        signal?.throwIfAborted();
        return Response.json(done);
      },
    });
    const aborter = new AbortController();
    const begun = Date.now();
    const settled = settle(connection, getJob, job, { deadline: "10m", signal: aborter.signal });
    await expect(settled).rejects.toThrow(DOMException);
    const [span] = waits(spans);
    expect(span).toMatchObject({ status: { code: 2, message: "error" }, ended: 1, events: [] });
    expect(begun - Number(span?.startTime)).toBeGreaterThan(4000);
  });

  it("without what a query holds", async () => {
    const { connection, spans } = traced([done]);
    await settle(connection, getJob, job, { deadline: "10m" });
    expect(JSON.stringify(spans)).not.toContain("canary");
  });
});
