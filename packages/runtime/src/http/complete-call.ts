import { type Middleware, mergeHeaders } from "openapi-fetch";
import { urlOf } from "../base-url.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { writePath } from "../write/write-path.ts";
import { writeQuery } from "../write/write-query.ts";

/** What a call of openapi-fetch is given beside its path. */
export interface CallInit {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly headers?: Parameters<typeof mergeHeaders>[number];
  readonly body?: unknown;
  readonly middleware?: readonly Middleware[];
  readonly signal?: AbortSignal | null;
  readonly [option: string]: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Completes what a call says by what is documented of its operation: where it goes, and how values are written. */
export function completeCall(
  connection: Connection,
  operation: OperationDescription,
  init: CallInit,
  send: (request: Request) => Promise<Response>,
): CallInit {
  const { path, body, serialize } = operation;
  const { inVersion, service } = connection;
  const named = {};
  service.rpc?.name(operation, named);
  const headers = mergeHeaders(init.headers, named);
  const mediaType = headers.get("content-type") ?? inVersion(body?.mediaType ?? "");
  if (init.body !== undefined && mediaType) headers.set("content-type", mediaType);
  // Only the body itself knows the boundary between its parts.
  if (/^multipart\//i.test(mediaType)) headers.delete("content-type");

  // openapi-fetch hands over the whole URL, of which the path is the end.
  const toPath = (url: string, values: Values) =>
    url.slice(0, -path.length) + (service.rpc?.path ?? writePath(path, values));
  return {
    baseUrl: urlOf(connection, operation),
    fetch: send,
    pathSerializer: toPath,
    querySerializer: (query: Values) => writeQuery(serialize ? serialize(query) : query),
    bodySerializer: (given: unknown) =>
      body ? body.write(given, { "content-type": mediaType }, mediaType, serialize) : given,
    ...init,
    // Without path parameters, openapi-fetch would not ask how the path is written.
    params: { ...init.params, path: init.params?.path ?? {} },
    headers,
  };
}
