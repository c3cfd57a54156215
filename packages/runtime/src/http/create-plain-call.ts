/** This folder is the one seam with openapi-fetch: what else is to be the plain client under `http` takes its place here. */
import createOpenApiFetch, { mergeHeaders } from "openapi-fetch";
import { assertOptions, HEADERS } from "../assert-options.ts";
import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { type CallInit, completeCall } from "./complete-call.ts";
import { sendPlain } from "./send-plain.ts";

/** openapi-fetch types a call by its literal path; here the path is data. */
export type PlainCall = (method: string, path: string, init: CallInit) => Promise<unknown>;

/**
 * Calls by path, as openapi-fetch does; but the requests go the way of all others: timed, tried again, told to hooks.
 * Those to documented operations are completed by what is documented of them, and authenticated.
 */
export function createPlainCall(
  connection: Connection,
  operations: readonly OperationDescription[],
): PlainCall {
  const { baseUrl, headers } = connection;
  const call = createOpenApiFetch({ baseUrl, headers }).request as unknown as PlainCall;
  const documented = new Map(
    operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  return async (method, path, given) => {
    // What openapi-fetch says of them shows the value, which may be a secret.
    assertOptions({ headers: given }, ["headers"], { headers: [isSendable, HEADERS[1]] });
    const init = { ...given, headers: named(given.headers) };
    const operation = documented.get(`${method} ${path}`);
    const completed = operation
      ? completeCall(connection, operation, init, sendPlain(connection, operation))
      : { fetch: sendPlain(connection, undocumented(method, path)), ...init };
    return call(method, path, completed);
  };
}

/** Unlike those of other calls, headers may be lists here, or `null`. */
function isSendable(init: unknown): boolean {
  const { headers, params } = init as CallInit;
  try {
    mergeHeaders(named(headers), params?.header as CallInit["headers"]);
    return true;
  } catch {
    return false;
  }
}

/** A list of names and values, which `fetch` takes, has positions for names where openapi-fetch reads it. */
function named(headers: CallInit["headers"]): CallInit["headers"] {
  return Array.isArray(headers) ? new Headers(headers) : headers;
}

/** Nothing is known of it, so nothing is added to it: no credentials for one. Its method tells whether it only reads. */
function undocumented(method: string, path: string): OperationDescription {
  const id = `${method} ${path}`;
  const bare = { id, method, path, parameters: {}, accept: "*/*", responses: {}, security: [] };
  // RFC 9110 §9.2.1.
  return /^(GET|HEAD|OPTIONS|TRACE)$/.test(method) ? { ...bare, safe: true } : bare;
}
