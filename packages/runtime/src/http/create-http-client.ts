/** The one seam with openapi-fetch: whatever else is to be the plain client under `http` takes its place here. */
import createOpenApiFetch, { type Client as HttpClient } from "openapi-fetch";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { type CallInit, completeCall } from "./complete-call.ts";
import { interceptCalls } from "./intercept-calls.ts";
import { sendPlain } from "./send-plain.ts";

export type { HttpClient };

/**
 * A plain openapi-fetch client, whose requests go the way of all others: timed, tried again, told to hooks. Those to
 * documented operations are completed by what is documented of them, and authenticated. Its middleware is its own.
 */
export function createHttpClient<Paths extends {}>(
  connection: Connection,
  operations: readonly OperationDescription[],
): HttpClient<Paths> {
  const { baseUrl, headers } = connection;
  const http = createOpenApiFetch<Paths>({ baseUrl, headers });
  const documented = new Map(
    operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  interceptCalls(http, (method, path, init) => {
    const operation = documented.get(`${method} ${path}`);
    if (operation) return completeCall(connection, operation, init, sendPlain(connection, operation));
    return { fetch: sendPlain(connection, undocumented(method, path)), ...init } satisfies CallInit;
  });
  return http;
}

/** Nothing is known of it, so nothing is added to it: no credentials for one. Its method tells whether it only reads. */
function undocumented(method: string, path: string): OperationDescription {
  const id = `${method} ${path}`;
  const bare = { id, method, path, parameters: {}, accept: "*/*", responses: {}, security: [] };
  // RFC 9110 §9.2.1.
  return /^(GET|HEAD|OPTIONS|TRACE)$/.test(method) ? { ...bare, safe: true } : bare;
}
