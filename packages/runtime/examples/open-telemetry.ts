/**
 * An example to copy: what a client does as spans of OpenTelemetry.
 *
 * ```ts
 * import { trace } from "@opentelemetry/api";
 * createClient({ hooks: tracingHooks(trace.getTracer("my-service")) });
 * ```
 *
 * Hooks run where the call was made, so a span that is active there is the parent of these. Nothing in them is a
 * secret, since no event of a hook holds one; a URL comes without its query. A path comes with its parameters.
 */
// In a program of one's own, from the client: `import type { Hooks } from "@settled/acme-jobs-client";`.
import type { Hooks } from "@settled/runtime";

/** The part of `Tracer` of @opentelemetry/api that is used here: that one can be given as it is. */
export interface Tracer {
  startSpan(
    name: string,
    options?: { kind?: number; startTime?: number; attributes?: Attributes },
  ): SpanToWrite;
}

/** The part of its `Span`. */
export interface SpanToWrite {
  setAttributes(attributes: Attributes): unknown;
  addEvent(name: string, attributes?: Attributes): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
}

type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];
type RequestEvent = EventOf<"request">;
type ResponseEvent = EventOf<"response">;
type PollEvent = EventOf<"poll">;
type SettledEvent = EventOf<"settled">;

export type Attributes = Record<string, string | number>;

/** `SpanKind` and `SpanStatusCode` of @opentelemetry/api, as far as they are used. */
const INTERNAL = 0;
const CLIENT = 2;
const ERROR = 2;

/** How a wait ends that did not bring about what was waited for. */
const FAILED: readonly string[] = ["failed", "expired", "error"];

/**
 * Hooks that make a span of each attempt of a call, and one of each wait, with an event for each poll. The attributes
 * of an attempt are those of the semantic conventions for HTTP client spans.
 */
export function tracingHooks(
  tracer: Tracer,
): Required<Pick<Hooks, "request" | "response" | "poll" | "settled">> {
  // Both are kept under the object that all events of a call, or of a wait, have in common. What is never told to have
  // ended goes with it.
  const attempts = new WeakMap<object, SpanToWrite>();
  const waits = new WeakMap<object, SpanToWrite>();

  function spanOf({ wait, operation, elapsed }: PollEvent | SettledEvent): SpanToWrite {
    const known = waits.get(wait);
    if (known) return known;
    // The first that is told of a wait is its first poll: by then it has lasted a while.
    const startTime = Date.now() - elapsed;
    const attributes = { "settled.operation": operation };
    const span = tracer.startSpan(`wait ${operation}`, { kind: INTERNAL, startTime, attributes });
    waits.set(wait, span);
    return span;
  }

  return {
    request(event) {
      const attributes = describeRequest(event);
      attempts.set(event.call, tracer.startSpan(event.operation, { kind: CLIENT, attributes }));
    },
    response(event) {
      const span = attempts.get(event.call);
      if (!span) return;
      span.setAttributes(describeResponse(event));
      const error = errorOf(event);
      if (error) span.setStatus({ code: ERROR, message: error });
      span.end();
    },
    poll(event) {
      spanOf(event).addEvent("poll", describePoll(event));
    },
    settled(event) {
      const { status, polls } = event;
      const span = spanOf(event);
      const isFailed = FAILED.includes(status);
      const error = isFailed ? { "error.type": status } : {};
      span.setAttributes({ "settled.status": status, "settled.polls": polls, ...error });
      if (isFailed) span.setStatus({ code: ERROR, message: status });
      span.end();
    },
  };
}

/** What is known before there is an answer. */
function describeRequest({ operation, method, url, attempt }: RequestEvent): Attributes {
  const { protocol, hostname, port } = new URL(url);
  return {
    "http.request.method": method,
    "url.full": url,
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
    "settled.operation": operation,
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
  };
}

function describeResponse(event: ResponseEvent): Attributes {
  const { status, requestId } = event;
  const error = errorOf(event);
  return {
    ...(status !== undefined && { "http.response.status_code": status }),
    ...(error && { "error.type": error }),
    ...(requestId && { "settled.request_id": requestId }),
  };
}

/** As `error.type` is to be: the status in words, or why there was none. */
function errorOf({ status = 0, failure }: ResponseEvent): string | undefined {
  return failure ?? (status >= 400 ? `${status}` : undefined);
}

function describePoll({ status, value, progress, error, polls }: PollEvent): Attributes {
  return {
    "settled.status": status,
    "settled.polls": polls,
    ...(value !== undefined && { "settled.value": `${value}` }),
    ...(progress !== undefined && { "settled.progress": progress }),
    ...(error && { "error.type": error.reason }),
  };
}
