import type { RequestParts } from "../arguments.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import { writeBody } from "./write-body.ts";
import { writePath } from "./write-path.ts";
import { writeQuery } from "./write-query.ts";

/** Writes the request of an operation, complete but for what credentials add. */
export function writeRequest(
  connection: Connection,
  operation: OperationDescription,
  parts: RequestParts,
  { headers: given }: CallOptions,
): WireRequest {
  const { inVersion, service } = connection;
  const { body, serialize } = operation;
  const headers: Record<string, string> = { accept: inVersion(operation.accept), ...connection.headers };
  for (const [name, value] of Object.entries(parts.header)) headers[name.toLowerCase()] = String(value);
  if (Object.keys(parts.cookie).length > 0) headers.cookie = writeCookies(parts.cookie);
  addRpc(headers, connection, operation);
  if (given) for (const [name, value] of new Headers(given)) headers[name] = value;

  const mediaType = headers["content-type"] ?? inVersion(body?.mediaType ?? "");
  const written = parts.body === undefined ? undefined : writeBody(mediaType, parts.body, body, serialize);
  if (written !== undefined && mediaType) headers["content-type"] = mediaType;
  // Only the body itself knows the boundary between its parts.
  if (written instanceof FormData) delete headers["content-type"];

  const query = writeQuery(serialize ? serialize(parts.query) : parts.query);
  const path = service.rpc?.path ?? writePath(operation.path, parts.path);
  return {
    method: operation.method,
    url: `${connection.urlOf(operation)}${path}${query && `?${query}`}`,
    headers,
    body: written,
  };
}

/** Where all operations share one path, headers say which it is. */
export function addRpc(
  headers: Record<string, string>,
  { service: { rpc } }: Connection,
  operation: OperationDescription,
): void {
  if (!rpc) return;
  headers[rpc.headers.operation] = operation.id;
  headers[rpc.headers.version] = rpc.version;
}

function writeCookies(cookies: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(cookies).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  return pairs.join("; ");
}
