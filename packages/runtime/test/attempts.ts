import {
  type AnyResult,
  type ClientOptions,
  type Connection,
  connect,
  type Fetch,
  idempotencyToken,
  inBand,
  type Operation,
  type ServiceDescription,
  throttling,
} from "../src/index.ts";
import { atHeader, atMember } from "../src/read/answer-place.ts";
import { createVirtualClock, type VirtualClock } from "../src/testing/virtual-clock.ts";
import { json } from "../src/write/json.ts";
import { inHeader, inMember, inPath, inQuery } from "../src/write/place.ts";

/** A small service that tells in every way that there is that it is asked too often. */
export const service: ServiceDescription = {
  servers: [{ url: "https://jobs.example.com" }],
  securitySchemes: { Token: { type: "http", scheme: "bearer" } },
  throttling: throttling({ statuses: [420], codes: [/^Busy$/, /^Throttling/, /^429001$/] }),
  requestId: [atHeader("x-request-id")],
  errorCodes: [atMember(["code"])],
};

export type AnyOperation = Operation<Readonly<Record<string, unknown>>, AnyResult>;

const common = {
  path: "/jobs",
  parameters: {},
  accept: "application/json",
  responses: { 200: "json", 400: "json", 404: "json" },
  security: [["Token"]],
} as const;
const withBody = {
  ...common,
  parameters: { name: inMember, token: inMember },
  body: { mediaType: "application/json", write: json },
} as const;

export const getJob: AnyOperation = {
  ...common,
  id: "getJob",
  method: "GET",
  safe: true,
  path: "/jobs/{jobId}",
  parameters: { jobId: inPath, filter: inQuery, "X-Trace": inHeader },
};
export const findJobs: AnyOperation = { ...common, id: "findJobs", method: "POST", safe: true };
/** A success of it may hold an error. */
export const tellJob: AnyOperation = {
  ...common,
  id: "tellJob",
  method: "GET",
  safe: true,
  inBand: inBand({ code: ["code"], success: ["OK"] }),
};
export const startJob: AnyOperation = { ...withBody, id: "startJob", method: "POST" };
export const replaceJob: AnyOperation = { ...withBody, id: "replaceJob", method: "PUT" };
export const patchJob: AnyOperation = { ...withBody, id: "patchJob", method: "PATCH" };
export const deleteJob: AnyOperation = { ...common, id: "deleteJob", method: "DELETE" };
/** Known again by a token, in the body or in the query. */
export const buyJob: AnyOperation = {
  ...startJob,
  id: "buyJob",
  idempotencyToken: idempotencyToken("token"),
};
export const rentJob: AnyOperation = {
  ...common,
  id: "rentJob",
  method: "POST",
  parameters: { token: inQuery },
  idempotencyToken: idempotencyToken("token"),
};

export type Answer = (request: Request, clock: VirtualClock) => Response | Promise<Response>;

export interface Sent {
  /** In milliseconds, since the connection was made. */
  readonly at: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A `fetch` that answers step by step, the last one again and again, and remembers what it was asked. */
export function answers(...steps: readonly [Answer, ...Answer[]]): {
  clock: VirtualClock;
  fetch: Fetch;
  sent: readonly Sent[];
} {
  const clock = createVirtualClock();
  const begun = clock.now();
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    const { pathname, search } = new URL(url);
    const headers = Object.fromEntries(request.headers);
    const step = steps[Math.min(sent.length, steps.length - 1)] ?? steps[0];
    const seen = { at: clock.now() - begun, method: request.method, path: pathname + search, headers };
    // At once: who reads the body first lets others pass.
    const place = sent.push({ ...seen, body: "" }) - 1;
    sent[place] = { ...seen, body: await request.clone().text() };
    return step(request, clock);
  };
  return { clock, fetch, sent };
}

/** A connection to what answers so, in a time of its own. */
export function connectTo(
  steps: readonly [Answer, ...Answer[]],
  options: ClientOptions = {},
  description: ServiceDescription = service,
): { connection: Connection; clock: VirtualClock; sent: readonly Sent[] } {
  const { clock, fetch, sent } = answers(...steps);
  return { connection: connect(description, { fetch, clock, ...options }), clock, sent };
}

/** An answer of a status, with what else is told of it. */
export function answer(status: number, told: object = {}, headers: Record<string, string> = {}): Answer {
  return () => Response.json(told, { status, headers });
}

export const fine: Answer = answer(200, { state: "done" });
export const unavailable: Answer = answer(503);

/** No answer, the way `fetch` says so. */
export const reset: Answer = () => {
  throw new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });
};

/** Half an answer, before the connection breaks off. */
export const broken: Answer = () => {
  const chunks = [new TextEncoder().encode('{"a":')];
  const pull = (controller: ReadableStreamDefaultController) => {
    const chunk = chunks.shift();
    if (chunk) controller.enqueue(chunk);
    else controller.error(new TypeError("terminated"));
  };
  return new Response(new ReadableStream({ pull }), { headers: { "content-type": "application/json" } });
};

/** An answer that takes so long; it hears no signal. */
export function slow(milliseconds: number, next: Answer): Answer {
  return async (request, clock) => {
    await clock.sleep(milliseconds);
    return next(request, clock);
  };
}

/** Half a body at once, and the other half so much later; it hears no signal either. */
export function slowBody(milliseconds: number): Answer {
  return (_, clock) => {
    const halves = ['{"state":', '"done"}'].map((half) => new TextEncoder().encode(half));
    const pull = async (controller: ReadableStreamDefaultController) => {
      if (halves.length === 1) await clock.sleep(milliseconds);
      const half = halves.shift();
      if (half) controller.enqueue(half);
      else controller.close();
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
  };
}

/** What comes of a call: its status, or why there is none. */
export async function outcomeOf(call: Promise<AnyResult>): Promise<unknown> {
  return call.then(
    (result) => result.status,
    (error: unknown) => (error as { reason?: unknown }).reason ?? error,
  );
}
