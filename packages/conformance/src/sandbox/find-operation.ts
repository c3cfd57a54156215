import type { Document, Operation } from "../document/document.ts";
import { basePath, filledUrl } from "../document/request-url.ts";
import { parseUrl } from "../wire/parse-url.ts";
import { nameOperation } from "./request/name-operation.ts";
import { type Bases, routeTable } from "./request/route-table.ts";

export { pathPattern } from "./request/path-pattern.ts";

/** The operation that a request is for, or what stands in its way. */
export type Route =
  | { readonly operation: Operation }
  | {
      readonly operation?: undefined;
      readonly status: 404 | 405;
      readonly allow: readonly string[];
      /** The name of an operation that the document has not, at the path that all of them share. */
      readonly unknown?: string;
      /** The base path that is missing before the path of an operation. */
      readonly missing?: string;
    };

/** What tells which operation a request is for; of the body, only a text tells. */
export type RoutedRequest = Pick<Request, "method" | "url" | "headers"> & { readonly body?: unknown };

/**
 * Finds the operation that a request is for: by method and path, or by the header or the field that names it.
 *
 * @param bases whether the path has to begin with the base path of a documented server; by default it need not
 */
export function findOperation(document: Document, request: RoutedRequest, bases: Bases = "any"): Route {
  const { method, headers, body } = request;
  const table = routeTable(document, bases);
  const url = parseUrl(request.url);
  const path = safeDecode(url.pathname);
  const name = nameOperation(document, { url, headers, body });
  // Documents that share a service are told apart by the version that a request names.
  if (name?.version !== undefined && name.version !== document.version) return { status: 404, allow: [] };
  const named = name && table.named(name.id, path);
  // What is named by a field has no method of its own: the field may stand in a query or in a form.
  if (named && name.by === "field" && isFetchOrSend(method)) return { operation: named };
  const standing = table.at(path);
  const fitting = named && !standing.includes(named) ? [...standing, named] : standing;
  const operation = fitting.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  if (name && fitting.length === 0 && table.isShared(path))
    return { status: 404, allow: [], unknown: name.id };
  return { status: fitting.length > 0 ? 405 : 404, allow: fitting.map((candidate) => candidate.method) };
}

/** The path of a document's first server, or of an operation's own, its variables filled with their defaults. */
export function defaultBasePath({ servers }: Document, operation?: Operation): string {
  const [server] = operation?.servers ?? servers;
  return server ? basePath(filledUrl(server)) : "";
}

function isFetchOrSend(method: string): boolean {
  return method === "GET" || method === "POST";
}

// An escaped slash belongs to the value of a parameter, so it stays escaped.
function safeDecode(pathname: string): string {
  if (!pathname.includes("%")) return pathname;
  try {
    return decodeURIComponent(pathname.replace(/%2F/gi, "%252F"));
  } catch {
    return pathname;
  }
}
