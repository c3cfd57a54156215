import { authenticate } from "./auth/authenticate.ts";
import { resolveBaseUrls } from "./base-url.ts";
import { callOperation } from "./call-operation.ts";
import type { CallOptions, ClientOptions, VersionOption } from "./client-options.ts";
import { chooseVersion } from "./media-type-version.ts";
import type { ServiceDescription } from "./service-description.ts";
import { createTransport, type HttpClient } from "./transport.ts";

/** One method per documented operation, and the plain openapi-fetch client under `http`. */
export type Client<Operations, Paths extends {}> = Operations & { readonly http: HttpClient<Paths> };

/**
 * Creates the client that a description describes.
 *
 * @throws TypeError if `baseUrl` or `server` gives no absolute http or https URL, if `auth` is of a kind that the
 *   service does not document, or if it has no such `version`.
 * @example
 * const client = createClient<Operations, paths>(service, { auth: bearer(token) });
 * const task = await client.getTask({ taskId });
 */
export function createClient<Operations, Paths extends {}>(
  service: ServiceDescription,
  options: ClientOptions & VersionOption = {},
): Client<Operations, Paths> {
  const { http, send } = createTransport<Paths>({
    service,
    baseUrls: resolveBaseUrls(service, options),
    inVersion: chooseVersion(service.mediaTypeVersion, options.version),
    authenticate: authenticate(service.securitySchemes, options.auth),
    fetch: options.fetch,
    headers: options.headers,
  });
  const methods = Object.entries(service.operations).map(([id, operation]) => {
    const method = (args: Readonly<Record<string, unknown>> = {}, call: CallOptions = {}) =>
      callOperation({ id, operation, send }, args, call);
    return [id, method] as const;
  });
  // The description and `Operations` are generated from one document: the cast joins what it keeps in step.
  return { ...Object.fromEntries(methods), http } as Client<Operations, Paths>;
}
