import type { IncomingMessage } from "node:http";
import type { SentRequest } from "../wire/exchange.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";

/** Larger request bodies are refused. */
const MAX_BODY = 10 * 1024 * 1024;

/** Why a request is refused before anybody looks at what it is for. */
export interface Unreadable {
  readonly status: 400 | 413;
  readonly what: string;
}

const TOO_LARGE: Unreadable = { status: 413, what: "too large: a body may have 10 MB" };
const EMPTY = new Uint8Array();
const decoder = new TextDecoder();

/** What arrives at a server, as it was sent. */
export async function readIncoming(
  incoming: IncomingMessage,
  scheme: "http" | "https",
): Promise<SentRequest | Unreadable> {
  const target = targetOf(incoming.url ?? "/");
  const host = incoming.headers.host ?? "localhost";
  const flaw =
    target === undefined ? undefined : (flawOfPath(target) ?? flawOfHosts(incoming) ?? flawOfHost(host));
  if (target === undefined || flaw !== undefined) {
    return { status: 400, what: flaw ?? "the request's target is neither a path nor a URL" };
  }
  const bytes = await readBody(incoming);
  if (!bytes) return TOO_LARGE;
  return {
    method: incoming.method ?? "GET",
    url: `${scheme}://${host}${target}`,
    headers: new PlainHeaders(incoming.rawHeaders),
    body: bytes.length > 0 ? decoder.decode(bytes) : "",
    bytes,
    sentAt: Date.now(),
  };
}

/** Whether a request says of itself that it is. */
export function isTooLarge({ headers }: IncomingMessage): boolean {
  return Number(headers["content-length"] ?? 0) > MAX_BODY;
}

/** The path and the query. RFC 9112 §3.2.2: a server must take a whole URL, too. */
function targetOf(target: string): string | undefined {
  if (target.startsWith("/")) return target;
  const [, rest] = /^https?:\/\/[^/?#]+(.*)$/i.exec(target) ?? [];
  return rest === undefined || rest.startsWith("/") ? rest : `/${rest}`;
}

// A URL parser takes these away without a word, and the request would be for another operation than the one it names.
function flawOfPath(target: string): string | undefined {
  const path = target.split("?", 1)[0] ?? "";
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return "a path with . or .. between its slashes";
  if (target.includes("\\")) return "a backslash in the path: %5C";
  return target.includes("#") ? "a fragment in the request's target: # is for browsers" : undefined;
}

// RFC 9112 §3.2: one, and none only in HTTP/1.0. Of several, Node keeps the first.
function flawOfHosts({ rawHeaders, httpVersion }: IncomingMessage): string | undefined {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  if (count > 1) return "more than one header Host";
  return count === 0 && httpVersion === "1.1" ? "no header Host" : undefined;
}

// Nearly all requests name one and the same host.
let lastHost = "localhost";

function flawOfHost(host: string): string | undefined {
  if (host === lastHost) return undefined;
  if (!/^[^/?#@\s\\]+$/.test(host) || !URL.canParse(`http://${host}/`)) return "the header Host is no host";
  lastHost = host;
  return undefined;
}

/** `undefined` for a body that is too large; the bytes of one are not kept. */
function readBody(incoming: IncomingMessage): Uint8Array | Promise<Uint8Array | undefined> | undefined {
  const { headers } = incoming;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return EMPTY;
  const isAnnounced = isTooLarge(incoming);
  if (isAnnounced && headers.expect !== undefined) return undefined;
  return new Promise((resolve, reject) => {
    let chunks: Uint8Array[] = [];
    let size = 0;
    incoming.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      // What is too much is read on: whoever is still writing reads no answer.
      if (size > MAX_BODY || isAnnounced) chunks = [];
      else chunks.push(chunk);
    });
    incoming.once("end", () => {
      if (size > MAX_BODY) resolve(undefined);
      else resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    });
    incoming.on("error", reject);
  });
}
