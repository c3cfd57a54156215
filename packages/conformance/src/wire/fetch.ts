/**
 * What is within, as the Fetch standard has it, and the other way round. The judge itself works on data: the first
 * `Request` of a process costs as much time as its start.
 */
import type { ReceivedResponse, SentRequest } from "./exchange.ts";
import { PlainHeaders } from "./plain-headers.ts";
import { readWhole } from "./read-whole.ts";
import { asSent, type OutgoingRequest, type Send } from "./send.ts";

/** Anything that answers a request as `fetch` does. */
export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** A `fetch`, for those who send by nothing else: such as a client. */
export function toFetch(send: Send): Fetch {
  return async (input, init) => toResponse(await send(await takeRequest(new Request(input, init))));
}

/** Sends by a `fetch`. */
export function fromFetch(fetch: Fetch): Send {
  return async ({ method, url, headers, bytes, signal }) => {
    const body = bytes.length > 0 && { body: bytes as BodyInit };
    const init = { method, headers: [...headers] as [string, string][], ...body, ...(signal && { signal }) };
    return takeResponse(await fetch(new Request(url, { ...init, redirect: "manual" })));
  };
}

/** A request as it was sent; its body is used up. */
export async function readRequest(request: Request): Promise<SentRequest> {
  return asSent(await takeRequest(request));
}

/** A request as data; its body is used up. */
export async function takeRequest(request: Request): Promise<OutgoingRequest> {
  const { method, url, headers, signal } = request;
  const bytes = request.body ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array();
  return { method, url, headers: PlainHeaders.of(headers), bytes, signal };
}

/** A response as data; its body is used up. */
export async function takeResponse(
  response: Pick<Response, "status"> & {
    readonly headers: Iterable<[string, string]>;
    readonly body: AsyncIterable<Uint8Array> | null;
  },
): Promise<ReceivedResponse> {
  const body = response.body ? await readWhole(response.body) : new Uint8Array();
  return { status: response.status, headers: PlainHeaders.of(response.headers), body };
}

// Fetch standard: a response of these statuses must not have a body, not even an empty one.
const NULL_BODY = new Set([101, 103, 204, 205, 304]);

/** What was received, as a `Response`. */
export function toResponse({ status, headers, body }: ReceivedResponse): Response {
  const content = NULL_BODY.has(status) || body.length === 0 ? null : (body as BodyInit);
  const init = { headers: [...headers] as [string, string][] };
  if (status >= 200 && status <= 599) return new Response(content, { ...init, status });
  // Only one that was received may have any status: it cannot be made.
  return Object.defineProperties(new Response(content, init), {
    status: { value: status },
    ok: { value: false },
  });
}
