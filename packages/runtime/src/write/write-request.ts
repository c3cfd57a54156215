import type { PlacedArguments } from "../arguments.ts";
import { urlOf } from "../base-url.ts";
import type { CallOptions } from "../client-options.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Draft } from "./place.ts";

/**
 * Writes the request of an operation, complete but for what credentials add.
 *
 * @throws TypeError if the path lacks an argument, or one cannot stand in it.
 */
export function writeRequest(
  connection: Connection,
  operation: OperationDescription,
  placed: PlacedArguments,
  { headers: given }: CallOptions,
): WireRequest {
  const { inVersion, service } = connection;
  const { rpc } = service;
  const { method, accept, path } = operation;
  const headers: Record<string, string> = { accept: inVersion(accept), ...connection.headers };
  const draft: Draft = { path, query: "", headers };
  for (const [place, values] of placed) place.write(draft, values, operation, inVersion);
  rpc?.name(operation, headers);
  if (given) Object.assign(headers, Object.fromEntries(new Headers(given)));
  const query = draft.query && `?${draft.query}`;
  const url = `${urlOf(connection, operation)}${rpc?.path ?? draft.path}${query}`;
  return { method, url, headers, body: draft.body?.() };
}
