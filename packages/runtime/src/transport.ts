/** The one seam with openapi-fetch: whatever else is to send the requests takes its place here. */
import createHttpClient, { defaultPathSerializer, type Client as HttpClient } from "openapi-fetch";
import type { RequestParts } from "./arguments.ts";
import type { Authenticate } from "./auth/authenticate.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { assertPathParameter } from "./path-parameter.ts";
import type { OperationDescription, ServiceDescription } from "./service-description.ts";
import { writeBody } from "./write-body.ts";

export type { HttpClient };

/** Sends one operation's request and gives its response, the body unread. */
export type Send = (
  operation: OperationDescription,
  parts: RequestParts,
  call: CallOptions,
) => Promise<Response>;

export interface TransportOptions {
  readonly service: ServiceDescription;
  readonly baseUrl: string;
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
    baseUrl: options.baseUrl,
    // Looked up at each call: whoever patches the global later, as test interceptors do, is heard.
    fetch: (request) => (options.fetch ?? globalThis.fetch)(request),
    pathSerializer: serializePath,
    // OAS 3.1.1 §4.8.12.2: `form` with `explode` is the default for objects too; openapi-fetch's is deepObject.
    querySerializer: { object: { style: "form", explode: true } },
    ...(options.headers && { headers: options.headers }),
  });
  const untouched = keepErrorBodies(http);
  prepareRequests(http, options);

  // openapi-fetch types a call by its literal path; here the path is data.
  const request = http.request as unknown as (
    method: string,
    path: string,
    init: Readonly<Record<string, unknown>>,
  ) => Promise<{ response: Response }>;

  return {
    http,
    async send(operation, parts, call) {
      const { response } = await request(operation.method, operation.path, {
        params: { path: parts.path, query: parts.query, header: parts.header },
        headers: requestHeaders(operation, parts, call),
        body: parts.body,
        bodySerializer: (body: unknown) => writeBody(operation.body?.mediaType ?? "", body),
        parseAs: "stream",
        ...(call.signal && { signal: call.signal }),
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

/** Completes each request, by method or by path alike: what it accepts, who it comes from. */
function prepareRequests<Paths extends {}>(http: HttpClient<Paths>, options: TransportOptions): void {
  const operations = new Map(
    Object.values(options.service.operations).map((operation) => [
      `${operation.method} ${operation.path}`,
      operation,
    ]),
  );
  http.use({
    async onRequest({ request, schemaPath }) {
      const operation = operations.get(`${request.method} ${schemaPath}`);
      if (!operation) return;
      if (!request.headers.has("accept")) request.headers.set("accept", operation.accept);
      await options.authenticate(request, operation);
    },
  });
}

function requestHeaders(operation: OperationDescription, parts: RequestParts, call: CallOptions): Headers {
  const headers = new Headers(call.headers);
  if (operation.body && parts.body !== undefined && !headers.has("content-type")) {
    headers.set("content-type", operation.body.mediaType);
  }
  const cookies = Object.entries(parts.cookie).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  return headers;
}
