import type { SentRequest } from "../wire/exchange.ts";
import { readRequest } from "../wire/read-request.ts";

/** What the sandbox answers, before it is put on a wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or bytes that are no text; absent for no body at all. */
  readonly body?: string | Uint8Array;
  /** What the connection does instead of delivering the answer whole. */
  readonly fault?: Fault;
}

/** `reset`: closed before an answer; `hang`: never an answer; `truncate`: closed in the middle of the body. */
export type Fault = "reset" | "hang" | "truncate";

/** Something that answers requests. The signal is aborted when nobody waits for the answer any more. */
export type Responder = (request: SentRequest, signal?: AbortSignal) => Promise<Answer>;

/** A `fetch` that asks a responder, with no network between. */
export function fetchFrom(
  respond: Responder,
): (input: Request | string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await respond(await readRequest(request), request.signal);
    if (answer.fault === "hang") await untilAborted(request.signal);
    if (answer.fault)
      throw new TypeError("fetch failed", { cause: new Error(`connection lost (${answer.fault})`) });
    return createResponse(request.method === "HEAD" ? withoutContent(answer) : answer);
  };
}

/** The answer as the Fetch standard has it. */
export function createResponse({ status, headers, body }: Answer): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  // A text body would bring a Content-Type of its own; bytes bring none.
  return new Response(bytes && bytes.length > 0 ? (bytes as BodyInit) : null, { status, headers });
}

/** RFC 9110 §9.3.2: whatever answers a HEAD has no content, and may say how long it would be (§8.6). */
function withoutContent({ status, headers, body = "" }: Answer): Answer {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return { status, headers: body.length > 0 ? { ...headers, ...length } : headers };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}
