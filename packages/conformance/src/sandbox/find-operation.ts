import type { Document, Operation } from "../document/document.ts";
import { basePath, filledUrl } from "../document/request-url.ts";

/** The operation that a request is for, or what stands in its way. */
export type Route =
  | { readonly operation: Operation }
  | { readonly operation?: undefined; readonly status: 404 | 405; readonly allow: readonly string[] };

/**
 * Finds the operation that a request is for: by method and path, or by the header that names it. The path may
 * begin with the base path of a documented server, or not.
 */
export function findOperation(
  document: Document,
  { method, url, headers }: Pick<Request, "method" | "url" | "headers">,
): Route {
  const { pathname } = new URL(url);
  const fitting = document.operations
    .filter((operation) => fits(document, operation, pathname, headers))
    // OAS 3.1.1 §4.8.8.1: concrete paths are matched before templated ones.
    .sort((a, b) => parameterCount(a.path) - parameterCount(b.path));
  const operation = fitting.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  return { status: fitting.length > 0 ? 405 : 404, allow: fitting.map((candidate) => candidate.method) };
}

function fits(document: Document, operation: Operation, pathname: string, headers: Headers): boolean {
  const { rpc, servers } = document;
  const bases = new Set([...(operation.servers ?? servers).map(({ url }) => basePath(url)), ""]);
  const isAt = (path: string) => [...bases].some((base) => matchesTemplate(`${base}${path}`, pathname));
  if (isAt(operation.path)) return true;
  return rpc !== undefined && headers.get(rpc.operation) === operation.id && isAt(rpc.path);
}

/** The path of a document's first server, its variables filled with their defaults. */
export function defaultBasePath({ servers: [server] }: Document): string {
  return server ? basePath(filledUrl(server)) : "";
}

/** The text of a regular expression for a templated path: a parameter fills no more than its segment. */
export function pathPattern(template: string): string {
  return template
    .split(/\{[^}]+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]+");
}

function matchesTemplate(template: string, pathname: string): boolean {
  return new RegExp(`^${pathPattern(template)}$`).test(safeDecode(pathname));
}

function parameterCount(path: string): number {
  return path.split("{").length;
}

// An escaped slash belongs to the value of a parameter, so it stays escaped.
function safeDecode(pathname: string): string {
  try {
    return decodeURIComponent(pathname.replace(/%2F/gi, "%252F"));
  } catch {
    return pathname;
  }
}
