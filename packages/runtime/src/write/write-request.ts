import type { RequestParts } from "../arguments.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";

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
  const { method, accept, path, body, serialize } = operation;
  const headers: Record<string, string> = { accept: inVersion(accept), ...connection.headers };
  const draft = { path, query: "", headers };
  for (const [place, values] of parts.placed) place.write(draft, values, operation);
  Object.assign(headers, service.rpc?.headersOf(operation), given && Object.fromEntries(new Headers(given)));
  const written =
    parts.body === undefined
      ? undefined
      : body?.write(parts.body, headers, inVersion(body.mediaType), serialize);

  const { query } = draft;
  const url = `${connection.urlOf(operation)}${service.rpc?.path ?? draft.path}${query && `?${query}`}`;
  return { method, url, headers, body: written };
}
