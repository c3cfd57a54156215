import type { ReceivedResponse, SentRequest } from "../wire/exchange.ts";
import { type Fetch, toFetch, toResponse } from "../wire/fetch.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { asSent, type Send } from "../wire/send.ts";

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

/** Asks a responder, with no network between. */
export function sendTo(respond: Responder): Send {
  return async (request) => {
    const { signal } = request;
    const answer = await respond(asSent(request), signal);
    if (answer.fault === "hang") await untilAborted(signal);
    if (answer.fault)
      throw new TypeError("fetch failed", { cause: new Error(`connection lost (${answer.fault})`) });
    return toReceived(request.method === "HEAD" ? withoutContent(answer) : answer);
  };
}

/** A `fetch` that asks a responder, with no network between. */
export function fetchFrom(respond: Responder): Fetch {
  return toFetch(sendTo(respond));
}

/** The answer as the Fetch standard has it. */
export function createResponse(answer: Answer): Response {
  return toResponse(toReceived(answer));
}

// RFC 9112 §6.3: of a response of these statuses, no body arrives.
const WITHOUT_BODY = [204, 304];

function toReceived({ status, headers, body = "" }: Answer): ReceivedResponse {
  const sent = WITHOUT_BODY.includes(status) ? "" : body;
  const bytes = typeof sent === "string" ? new TextEncoder().encode(sent) : sent;
  return { status, headers: new PlainHeaders(Object.entries(headers).flat()), body: bytes };
}

/** RFC 9110 §9.3.2: whatever answers a HEAD has no content, and may say how long it would be (§8.6). */
function withoutContent({ status, headers, body = "" }: Answer): Answer {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return { status, headers: body.length > 0 ? { ...headers, ...length } : headers };
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal?.reason as Error);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
