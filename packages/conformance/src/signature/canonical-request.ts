import { createHmac, hash } from "node:crypto";
import { remember } from "../remember.ts";
import { parseUrl } from "../wire/parse-url.ts";
import { canonicalFields } from "./canonical-fields.ts";
import { canonicalEncoding } from "./percent-encoding.ts";
import type { SignedScheme } from "./signature-rules.ts";

/** A request as it goes over the wire. */
export interface WholeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/**
 * The one text that a request and all its harmless rewritings have in common.
 *
 * @param contentHash the SHA-256 of the body, where it is known already
 */
export function canonicalRequest(
  { signature }: SignedScheme,
  { method, url, headers, bytes }: WholeRequest,
  signedHeaders: readonly string[],
  contentHash: string = sha256(bytes),
): string {
  const { pathname, search } = parseUrl(url);
  let lines = "";
  for (const name of signedHeaders) lines += `${name}:${headerValue(headers, url, name).trim()}\n`;
  const path = canonicalPath(pathname, signature.trailingSlash);
  const query = canonicalQuery(search.slice(1));
  return `${method}\n${path}\n${query}\n${lines}\n${signedHeaders.join(";")}\n${contentHash}`;
}

// What is polled is asked for in the same words until it is over.
const canonicalQuery = remember((query) => canonicalFields(query), 2000, 500);

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
  return content.length === 0 ? SHA256_OF_NOTHING : hash("sha256", content);
}

// Most requests have no body.
const SHA256_OF_NOTHING = hash("sha256", "");

/** The value of a header; of `host` also where whoever sends the request is yet to set it. */
function headerValue(headers: Headers, url: string, name: string): string {
  return headers.get(name) ?? (name === "host" ? parseUrl(url).host : "");
}

// An escape that a client need not have written, or one that it need have, changes nothing.
function canonicalPath(pathname: string, trailingSlash: boolean): string {
  const path = pathname === "/" ? pathname : pathname.split("/").map(canonicalEncoding).join("/");
  return trailingSlash && !path.endsWith("/") ? `${path}/` : path;
}
