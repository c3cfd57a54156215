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
  { headers: signed, trailingSlash }: SignatureDescription,
  bodyHash: string,
): CanonicalRequest {
  // As WHATWG URL has it: `host` without the scheme's own port, `pathname` in ASCII, `+` in a query decoded as a space.
  const parsed = new URL(url);
  const { host, pathname } = parsed;
  const values: Readonly<Record<string, string>> = { host, ...headers };
  const names = Object.keys(values)
    .filter((name) => name !== "authorization" && signed.some((pattern) => covers(pattern, name)))
    .sort();
  const lines = names.map((name) => `${name}:${values[name]?.trim()}\n`).join("");
  const path = trailingSlash && !pathname.endsWith("/") ? `${pathname}/` : pathname;
  const signedHeaders = names.join(";");
  const text = `${method}\n${canonicalPath(path)}\n${parsed.search && canonicalQuery(parsed.searchParams)}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  return { text, signedHeaders };
}

/** Whether a pattern is that name, or its beginning and `*`. */
function covers(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Sorted by name, then by value, as they read when decoded; `=` always stands. */
function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** RFC 3986 §2.3: all but the unreserved characters; `encodeURIComponent` leaves five more. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, percentEncode);
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
