import { createHash, createHmac } from "node:crypto";
import { canonicalFields } from "./canonical-fields.ts";
import { percentDecode, percentEncode } from "./percent-encoding.ts";
import type { SignedScheme } from "./signature-rules.ts";

/** A request as it goes over the wire. */
export interface WholeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The one text that a request and all its harmless rewritings have in common. */
export function canonicalRequest(
  { signature }: SignedScheme,
  { method, url, headers, bytes }: WholeRequest,
  signedHeaders: readonly string[],
): string {
  const { pathname, search } = new URL(url);
  const lines = signedHeaders.map((name) => `${name}:${headerValue(headers, url, name).trim()}\n`);
  const path = canonicalPath(pathname, signature.trailingSlash);
  const query = canonicalFields(search.slice(1));
  return [method, path, query, lines.join(""), signedHeaders.join(";"), sha256(bytes)].join("\n");
}

/** What the secret of the key makes of it: 64 hexadecimal digits. */
export function signatureOf(
  { scheme, signature }: SignedScheme,
  canonical: string,
  { headers }: WholeRequest,
  secret: string,
): string {
  const date = signature.dateInString ? [headers.get(signature.date.header) ?? ""] : [];
  const text = [scheme, ...date, sha256(canonical)].join("\n");
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** In hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The value of a header; of `host` also where whoever sends the request is yet to set it. */
function headerValue(headers: Headers, url: string, name: string): string {
  return headers.get(name) ?? (name === "host" ? new URL(url).host : "");
}

// An escape that a client need not have written, or one that it need have, changes nothing.
function canonicalPath(pathname: string, trailingSlash: boolean): string {
  const path = pathname
    .split("/")
    .map((segment) => percentEncode(percentDecode(segment)))
    .join("/");
  return trailingSlash && !path.endsWith("/") ? `${path}/` : path;
}
