/** The one seam with openapi-fetch: whatever else is to send the requests takes its place here. */
import createHttpClient, { defaultPathSerializer, type Client as HttpClient } from "openapi-fetch";
import type { RequestParts } from "./arguments.ts";
import type { Authenticate } from "./auth/authenticate.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { type CallDefaults, completeCall } from "./complete-call.ts";
import { createFindOperation, type FindOperation } from "./find-operation.ts";
import { interceptCalls } from "./intercept-calls.ts";
import type { OperationDescription } from "./operation-description.ts";
import { assertPathParameter } from "./path-parameter.ts";
import type { ServiceDescription } from "./service-description.ts";

export type { HttpClient };

/** Sends one operation's request and gives its response, the body unread. */
export type Send = (
  operation: OperationDescription,
  parts: RequestParts,
  call: CallOptions,
) => Promise<Response>;

export interface TransportOptions extends Omit<CallDefaults, "rpc"> {
  readonly service: ServiceDescription;
  readonly authenticate: Authenticate;
  readonly fetch: ClientOptions["fetch"];
  readonly headers: ClientOptions["headers"];
}

/** The openapi-fetch client and, over that same client, the way operations are sent. */
export function createTransport<Paths extends {}>(
  options: TransportOptions,
): {
  http: HttpClient<Paths>;
  send: Send;
} {
  const http = createHttpClient<Paths>({
    baseUrl: options.baseUrls.main,
    // Looked up at each call: whoever patches the global later, as test interceptors do, is heard.
    fetch: (request) => (options.fetch ?? globalThis.fetch)(request),
    pathSerializer: serializePath,
    ...(options.headers && { headers: options.headers }),
  });
  const find = createFindOperation(options.service);
  const untouched = keepErrorBodies(http);
  prepareRequests(http, options, find);

  const defaults = { ...options, rpc: options.service.rpc };
  const call = interceptCalls(http, (method, path, init) => {
    const found = find(method, path);
    return found ? completeCall(found.operation, init, defaults) : init;
  });

  return {
    http,
    async send(operation, parts, { headers, signal }) {
      const { response } = await call(operation.method, operation.path, {
        params: { path: parts.path, query: parts.query, header: parts.header },
        headers: withCookies(headers, parts.cookie),
        body: parts.body,
        parseAs: "stream",
        ...(signal && { signal }),
      });
      return untouched.get(response) ?? response;
    },
  };
}

function serializePath(template: string, parameters: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(parameters)) assertPathParameter(template, name, value);
  return defaultPathSerializer(template, parameters);
}

/**
 * openapi-fetch reads every error body and tries JSON on it, whatever its type. A copy is kept for those who
 * decide by type. Being registered first, this runs after all other middleware.
 */
function keepErrorBodies<Paths extends {}>(http: HttpClient<Paths>): WeakMap<Response, Response> {
  const copies = new WeakMap<Response, Response>();
  http.use({
    onResponse({ response }) {
      if (!response.ok) copies.set(response, response.clone());
    },
  });
  return copies;
}

/** Heads each request, by method or by path alike: what it accepts, what it calls, who it comes from. */
function prepareRequests<Paths extends {}>(
  http: HttpClient<Paths>,
  { service: { rpc }, inVersion, authenticate }: TransportOptions,
  find: FindOperation,
): void {
  http.use({
    async onRequest({ request, schemaPath }) {
      const found = find(request.method, schemaPath);
      if (!found) return;
      const { id, operation } = found;
      if (!request.headers.has("accept")) request.headers.set("accept", inVersion(operation.accept));
      if (rpc) {
        request.headers.set(rpc.headers.operation, id);
        request.headers.set(rpc.headers.version, rpc.version);
      }
      await authenticate(request, operation);
    },
  });
}

function withCookies(given: CallOptions["headers"], cookies: Readonly<Record<string, unknown>>): Headers {
  const headers = new Headers(given);
  const pairs = Object.entries(cookies).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  if (pairs.length > 0) headers.set("cookie", pairs.join("; "));
  return headers;
}
