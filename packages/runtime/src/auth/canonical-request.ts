import type { WireRequest } from "../wire-request.ts";
import type { SignatureDescription } from "./signature-description.ts";

/** The one spelling of a request that both sides hash. */
export interface CanonicalRequest {
  readonly text: string;
  /** The names of the signed headers, sorted, with `;` between them. */
  readonly signedHeaders: string;
}

/**
 * Spells a request out: method, path, query, headers, their names and the hash of the body, line by line. It starts
 * from the URL, since only that is sent: however its path and query are encoded, the server sees the same values.
 */
export function canonicalRequest(
  { method, url, headers }: WireRequest,
  { headers: signed, endPath }: SignatureDescription,
  bodyHash: string,
): CanonicalRequest {
  const [sent = ""] = url.split("#", 1);
  const [address = ""] = sent.split("?", 1);
  const query = sent.slice(address.length + 1);
  const { host, path } = read(address);
  const { names, signedHeaders } = choose(headers, signed);
  let lines = "";
  for (const name of names) lines += `${name}:${(headers[name] ?? host).trim()}\n`;
  const text = `${method}\n${endPath ? endPath(path) : path}\n${query && canonicalQuery(query)}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  return { text, signedHeaders };
}

/** The path with a slash at its end. */
export function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

// Most requests go where the one before went, with headers of the same names: what is known of those two is kept.
let lastRead = { address: "", host: "", path: "" };
let lastChosen = { all: "", signed: [""] as readonly string[], names: [""], signedHeaders: "" };

/** As WHATWG URL has it: `host` without the scheme's own port, the path in ASCII. */
function read(address: string): typeof lastRead {
  if (address !== lastRead.address) {
    const { host, pathname } = new URL(address);
    lastRead = { address, host, path: canonicalPath(pathname) };
  }
  return lastRead;
}

/** The headers that are signed: `host`, which `fetch` adds, among them. */
function choose(headers: WireRequest["headers"], signed: readonly string[]): typeof lastChosen {
  const given = Object.keys(headers);
  const all = given.join();
  if (all !== lastChosen.all || signed !== lastChosen.signed) {
    const names = [...new Set(["host", ...given])]
      .filter((name) => name !== "authorization" && signed.some((pattern) => covers(pattern, name)))
      .sort();
    lastChosen = { all, signed, names, signedHeaders: names.join(";") };
  }
  return lastChosen;
}

/** Whether a pattern is that name, or its beginning and `*`. */
function covers(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Sorted by name, then by value, as they read when decoded (`+` is a space); `=` always stands. */
function canonicalQuery(query: string): string {
  // Most are as they should be but for their order; with cold caches, to decode them takes twice as long as to sort them.
  if (/^[\w.~-]+=[\w.~-]*(&[\w.~-]+=[\w.~-]*)*$/.test(query)) {
    const name = (pair: string) => pair.slice(0, pair.indexOf("="));
    const inOrder = (a: string, b: string) => compare(name(a), name(b)) || compare(a, b);
    return query.split("&").sort(inOrder).join("&");
  }
  const pairs = [...new URLSearchParams(query)];
  pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  // RFC 3986 §2.3: all but the unreserved characters, from which forms differ in three.
  return `${new URLSearchParams(pairs)}`.replaceAll("+", "%20").replaceAll("*", "%2A").replaceAll("%7E", "~");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What decoding each segment and encoding it again yields; a slash that was encoded stays so. It cannot fail. */
function canonicalPath(path: string): string {
  return path.replace(/%([0-9a-f]{2})|[^\w.~/-]/gi, (as, hex?: string) =>
    percentEncode(hex ? String.fromCharCode(Number.parseInt(hex, 16)) : as),
  );
}

/** RFC 3986 §2.1: in upper case. */
function percentEncode(byte: string): string {
  if (/[\w.~-]/.test(byte)) return byte;
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
