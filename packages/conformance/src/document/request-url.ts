import type { Document, Operation, Server } from "./document.ts";

/**
 * The base URL of an operation's requests. An operation with servers of its own is looked for at the origin that
 * was named, below the path of its own server.
 */
export function operationBaseUrl(operation: Operation, baseUrl: string): string {
  const [server] = operation.servers ?? [];
  const base = server ? `${new URL(baseUrl).origin}${basePath(filledUrl(server))}` : baseUrl;
  return base.replace(/\/$/, "");
}

/** The path below the base URL that an operation's requests are sent to, as a template. */
export function wirePath({ rpc }: Document, operation: Operation): string {
  return rpc?.path ?? operation.path;
}

/** The headers by which an operation says which one it is, where the path does not. */
export function rpcHeaders({ rpc, version }: Document, { id }: Operation): Record<string, string> {
  return rpc ? { [rpc.operation]: id, [rpc.version]: version } : {};
}

/** The URL of a server, each of its variables filled with its default (OAS 3.1.1 §4.8.6: it has one). */
export function filledUrl({ url, variables }: Server): string {
  return url.replace(/\{([^}]+)\}/g, (template, name: string) => variables[name] ?? template);
}

/**
 * The URL of a server, its variables left open but for those that hold more than one step of a path, such as
 * `https://acme.example{basePath}`: no part of a request's path would fit them.
 */
export function openUrl({ url, variables }: Server): string {
  const wide = Object.entries(variables).filter(([, value]) => value.includes("/"));
  return filledUrl({ url, variables: Object.fromEntries(wide) });
}

/**
 * The path of a server's URL, of which any part may be a template. What is relative (OAS 3.1.1 §4.8.5: to where the
 * document stands) is below the root, as far as anybody here can tell.
 */
export function basePath(serverUrl: string): string {
  const path = serverUrl.replace(/^([^/]*:)?\/\/[^/]*/, "").replace(/\/$/, "");
  const steps = path.replace(/^(?:\.{1,2}(?:\/|$))+/, "");
  return steps === "" || steps.startsWith("/") ? steps : `/${steps}`;
}
