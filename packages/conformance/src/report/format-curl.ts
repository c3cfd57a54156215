import type { Document } from "../document/document.ts";
import type { Redactor } from "../redaction/create-redactor.ts";
import { createRedactorOf } from "../redaction/redactor-of.ts";
import type { SentRequest } from "../wire/exchange.ts";

// What curl sets by itself, or what says nothing about the request.
const OMITTED = new Set(["host", "content-length", "connection", "user-agent"]);

/** A command line that sends a request again, without what the document calls a secret. */
export function formatCurl(
  document: Document,
  { method, url, headers, body }: Pick<SentRequest, "method" | "url" | "headers" | "body">,
): string {
  const redactor = redactorOf(document);
  const parts = ["curl", ...methodOptions(method, body), quote(redactor.redactUrl(new URL(url).href))];
  for (const [name, value] of redactor.redactHeaders(headers)) {
    if (!OMITTED.has(name)) parts.push("-H", quote(`${name}: ${value}`));
  }
  const type = headers.get("content-type") ?? "";
  if (body !== "") parts.push("--data-raw", quote(redactor.redactBody(body, type)));
  return parts.join(" ");
}

const remembered = new WeakMap<Document, Redactor>();

/** One for all lines of a document: it is taught nothing. */
function redactorOf(document: Document): Redactor {
  const redactor = remembered.get(document) ?? createRedactorOf(document);
  remembered.set(document, redactor);
  return redactor;
}

// Left to itself, curl sends a body with POST; told to `-X HEAD`, it waits for content that never comes.
function methodOptions(method: string, body: string): string[] {
  if (method === "HEAD") return ["--head"];
  return method === "GET" && body === "" ? [] : ["-X", method];
}

/** A word for a shell: POSIX ones take everything between single quotes as it is, but a single quote. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
