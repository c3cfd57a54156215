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

/** The path of a server's URL, of which any part may be a template. */
export function basePath(serverUrl: string): string {
  return serverUrl.replace(/^([^/]*:)?\/\/[^/]*/, "").replace(/\/$/, "");
}

/** The path of a document's first server, its variables filled with their defaults. */
export function defaultBasePath({ servers: [server] }: Document): string {
  // OAS 3.1.1 §4.8.6: every variable has a default.
  return basePath(server?.url ?? "").replace(
    /\{([^}]+)\}/g,
    (template, name) => server?.variables[name] ?? template,
  );
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
