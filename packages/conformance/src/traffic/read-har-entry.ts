import type { Entry, Header, PostData } from "har-format";
import type { ReceivedResponse, SentRequest } from "../wire/exchange.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { readContent } from "./har-content.ts";
import { type BrowserEntry, harFault } from "./har-fault.ts";

const EMPTY = new Uint8Array();
const encoder = new TextEncoder();

/** One entry of a HAR, as it was on the wire; or why it says nothing of a service. */
export function readHarEntry(entry: BrowserEntry): Captured | Unjudged {
  const { request, response } = entry;
  if (!request || typeof request.url !== "string") return { unjudged: "an entry without a request" };
  const reason = whyNot(entry);
  if (reason !== undefined) return { unjudged: reason };
  const fault = harFault(entry);
  if (fault !== undefined) return { unjudged: `an entry that is not as HAR 1.2 has it: ${fault}` };
  const sent = readSent(entry);
  const received = readReceived(response);
  return {
    exchange: { request: sent.request, response: received.response },
    ...(Number.isFinite(entry.time) && entry.time > 0 && { duration: entry.time }),
    ...(sent.missing && { requestBody: "missing" as const }),
    ...(received.body && { responseBody: received.body }),
  };
}

function whyNot({ request, response, _resourceType, _fromCache, _webSocketMessages }: BrowserEntry) {
  const { url } = request;
  if (
    /^wss?:/i.test(url) ||
    _resourceType === "websocket" ||
    _webSocketMessages ||
    response?.status === 101
  ) {
    return "a WebSocket";
  }
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return "no HTTP";
  // Browsers write 0, some -1, where the connection failed, or the page did not wait.
  if (!response || !(response.status >= 100 && response.status < 1000)) return "no answer was recorded";
  const { fromDiskCache, fromPrefetchCache } = response as {
    fromDiskCache?: unknown;
    fromPrefetchCache?: unknown;
  };
  if (_fromCache || fromDiskCache || fromPrefetchCache) return "from the browser's cache";
  // What a page may do elsewhere, its browser asks by itself (Fetch standard: CORS-preflight).
  const isPreflight = request.method === "OPTIONS" && named(request.headers, "access-control-request-method");
  if (isPreflight || _resourceType === "preflight") return "a CORS preflight";
  return request.method === "CONNECT" ? "a tunnel" : undefined;
}

function readSent({ request, startedDateTime }: BrowserEntry): { request: SentRequest; missing: boolean } {
  const { method, url, postData, bodySize } = request;
  const headers = readHeaders(request.headers);
  const bytes = postData ? readPosted(postData) : EMPTY;
  if (postData?.mimeType && !headers.has("content-type")) append(headers, "content-type", postData.mimeType);
  const length = Number(headers.get("content-length") ?? bodySize ?? 0);
  return {
    request: {
      method: method.toUpperCase(),
      url: url.replace(/#.*$/s, ""),
      headers,
      body: bytes === undefined || bytes.length === 0 ? "" : new TextDecoder().decode(bytes),
      bytes: bytes ?? EMPTY,
      sentAt: readTime(startedDateTime),
    },
    missing: bytes === undefined || (bytes.length === 0 && length > 0),
  };
}

// RFC 3339 §5.6 knows years of four digits alone, and so do the readers of a report.
const LATEST = Date.parse("9999-12-31T23:59:59.999Z");

function readTime(given: string): number {
  const time = Date.parse(given);
  return time > 0 && time <= LATEST ? time : 0;
}

/** `undefined` where it was recorded in such a way that nobody can tell how it travelled. */
function readPosted(postData: PostData & { readonly encoding?: string }): Uint8Array | undefined {
  const { mimeType = "", text, params, encoding } = postData;
  if (text) {
    if (isBase64(encoding)) return Buffer.from(text, "base64");
    // Some write the headers that a form brought along in front of it.
    return encoder.encode(text.replace(/^(?:[\w-]+: [^\r\n]*\r\n)+\r\n/, ""));
  }
  if (!params || params.length === 0) return EMPTY;
  if (!/^application\/x-www-form-urlencoded/i.test(mimeType)) return undefined;
  const fields = params.map(({ name, value = "" }): [string, string] => [name, value]);
  return encoder.encode(new URLSearchParams(fields).toString());
}

interface Received {
  readonly response: ReceivedResponse;
  readonly body?: "missing" | "maybe cut";
}

function readReceived({ status: given, content, headers: named, bodySize }: Entry["response"]): Received {
  // Some write it as a text.
  const status = Number(given);
  const headers = readHeaders(named);
  // Without any header at all, the type of the content is the one that is known.
  if ((named ?? []).length === 0 && content?.mimeType) append(headers, "content-type", content.mimeType);
  // What is written down as empty was empty, unless it was counted.
  const unknown = content?.text === "" ? 0 : -1;
  const size = Number(content?.size ?? bodySize ?? headers.get("content-length") ?? unknown);
  const empty = { status, headers, body: EMPTY };
  // A size below zero says that nobody counted.
  if (!content?.text) return size === 0 ? { response: empty } : { response: empty, body: "missing" };
  const { text, encoding } = content;
  const body = isBase64(encoding) ? readContent(text, headers.get("content-encoding")) : encoder.encode(text);
  if (!body) return { response: empty, body: "missing" };
  const isShort = body.length < size;
  return { response: { status, headers, body }, ...(isShort && { body: "maybe cut" as const }) };
}

function isBase64(encoding: string | undefined): boolean {
  return encoding?.toLowerCase() === "base64";
}

function readHeaders(given: readonly Header[] | undefined): Headers {
  const headers = new Headers();
  for (const { name, value } of given ?? []) {
    // RFC 9113 §8.3: what begins with a colon is no header.
    if (name.startsWith(":")) continue;
    for (const line of String(value ?? "").split("\n")) append(headers, name, line);
  }
  return headers;
}

function append(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // No header of that name, or with such a value, can have been on a wire.
  }
}

function named(headers: readonly Header[] | undefined, wanted: string): boolean {
  return Array.isArray(headers) && headers.some((header) => `${header?.name}`.toLowerCase() === wanted);
}
