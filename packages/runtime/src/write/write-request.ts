import type { RequestParts } from "../arguments.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import { writeBody } from "./write-body.ts";
import { writePath } from "./write-path.ts";
import { writeQuery } from "./write-query.ts";

/**
 * Writes the request of an operation, complete but for what credentials add.
 *
 * @throws TypeError if the path lacks an argument, or one cannot stand in it.
 */
export function writeRequest(
  connection: Connection,
  operation: OperationDescription,
  parts: RequestParts,
  { headers: given }: CallOptions,
): WireRequest {
  const { inVersion, service } = connection;
  const { method, accept, body, serialize } = operation;
  const headers: Record<string, string> = { accept: inVersion(accept), ...connection.headers };
  for (const [name, value] of Object.entries(parts.header)) headers[name.toLowerCase()] = `${value}`;
  const cookie = writeQuery(parts.cookie, "; ");
  if (cookie) headers.cookie = cookie;
  Object.assign(headers, service.rpc?.headersOf(operation), given && Object.fromEntries(new Headers(given)));

  const mediaType = headers["content-type"] ?? inVersion(body?.mediaType ?? "");
  const written = parts.body === undefined ? undefined : writeBody(mediaType, parts.body, body, serialize);
  if (written !== undefined && mediaType) headers["content-type"] = mediaType;
  // Only the body itself knows the boundary between its parts.
  if (written instanceof FormData) delete headers["content-type"];

  const path = service.rpc?.path ?? writePath(operation.path, parts.path);
  const query = writeQuery(serialize ? serialize(parts.query) : parts.query);
  return {
    method,
    url: `${connection.urlOf(operation)}${path}${query && `?${query}`}`,
    headers,
    body: written,
  };
}
