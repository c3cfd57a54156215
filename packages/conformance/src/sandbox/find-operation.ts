import type { Document, Operation } from "../document/document.ts";

/** The operation that a request is for, or what stands in its way. */
export type Route =
  | { readonly operation: Operation }
  | { readonly operation?: undefined; readonly status: 404 | 405; readonly allow: readonly string[] };

/**
 * Finds the operation by method and path. The path may begin with the base path of a documented server, or not.
 */
export function findOperation({ operations, servers }: Document, method: string, pathname: string): Route {
  const bases = [...new Set([...servers.map(({ url }) => basePath(url)), ""])];
  const fitting = operations
    .filter(({ path }) => bases.some((base) => matchesTemplate(`${base}${path}`, pathname)))
    // OAS 3.1.1 §4.8.8.1: concrete paths are matched before templated ones.
    .sort((a, b) => parameterCount(a.path) - parameterCount(b.path));
  const operation = fitting.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  return { status: fitting.length > 0 ? 405 : 404, allow: fitting.map((candidate) => candidate.method) };
}

/** The path of a server's URL, whose host may be a template. */
export function basePath(serverUrl: string): string {
  return serverUrl.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/$/, "");
}

function matchesTemplate(template: string, pathname: string): boolean {
  const pattern = template
    .split(/\{[^}]+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]+");
  return new RegExp(`^${pattern}$`).test(safeDecode(pathname));
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
