import type { Document, Operation } from "../document/document.ts";
import { isRead } from "../document/is-read.ts";
import { findOperation } from "../sandbox/find-operation.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";

/** What may leave the process. */
export interface GuardOptions {
  readonly document: Document;
  readonly baseUrl: string;
  /** The operations that may be sent though they are no reads. */
  readonly allowed: readonly string[];
}

/** A request was held back, since nobody allowed it. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}

/**
 * The last door before the network, which does not trust the client under test: what is not to the host that was named
 * (as after a redirect), and what is neither a read nor allowed by name, is not sent.
 */
export function guardSends(send: Send, options: GuardOptions): Send {
  return async (request) => {
    const why = explain(request, options);
    if (why !== undefined) throw new NotAllowed(`not sent: ${why}`);
    return send(request);
  };
}

function explain(request: OutgoingRequest, { document, baseUrl, allowed }: GuardOptions): string | undefined {
  const { origin } = new URL(request.url);
  if (origin !== new URL(baseUrl).origin) return `${origin} is another host than the one of --url`;
  const operation = operationOf(document, baseUrl, request);
  if (operation && (isRead(document, operation) || allowed.includes(operation.id))) return undefined;
  if (operation) return `${operation.id} is no read; --allow-writes ${operation.id} lets it pass`;
  const isSafe = request.method === "GET" || request.method === "HEAD";
  return isSafe ? undefined : `${request.method} ${new URL(request.url).pathname} is no documented operation`;
}

/** Which operation a request is for: below the URL that was named, or else below one of the document's own. */
export function operationOf(
  document: Document,
  baseUrl: string,
  { method, url, headers }: Pick<OutgoingRequest, "method" | "url" | "headers">,
): Operation | undefined {
  const { pathname, origin } = new URL(url);
  const base = new URL(baseUrl).pathname.replace(/\/$/, "");
  const find = (at: string) => findOperation(document, { method, url: at, headers }).operation;
  if (base === "" || !pathname.startsWith(`${base}/`)) return find(url);
  return find(`${origin}${pathname.slice(base.length)}`) ?? find(url);
}
