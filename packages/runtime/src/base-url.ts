import type { ClientOptions } from "./client-options.ts";
import type { Connection } from "./connection.ts";
import type { OperationDescription } from "./operation-description.ts";
import type { ServerDescription, ServiceDescription } from "./service-description.ts";

/**
 * Where requests go: `baseUrl` if it is given, otherwise the chosen documented server, its variables filled.
 *
 * @throws TypeError if it is missing or no absolute http or https URL, or there is no such server.
 */
export function resolveBaseUrl({ servers }: ServiceDescription, { baseUrl, server }: ClientOptions): string {
  if (baseUrl !== undefined) return assertAbsolute(baseUrl);
  const { index = 0, variables } = server ?? {};
  const chosen = servers[index];
  if (chosen) return serverUrl(chosen, variables);
  throw new TypeError(`server.index is ${index}. It takes 0 to ${servers.length - 1}.`);
}

/** Where the requests of an operation go: `baseUrl`, if it has no server of its own. */
export function urlOf(
  { service, options, baseUrl }: Connection,
  { ownServer }: OperationDescription,
): string {
  return ownServer?.from(service, options) ?? baseUrl;
}

/** @throws TypeError if a variable has neither value nor default. */
export function serverUrl(
  server: ServerDescription,
  values?: Readonly<Record<string, string | undefined>>,
): string {
  return assertAbsolute(server.fill?.(values) ?? server.url);
}

/** @throws TypeError if it is none. */
export function assertAbsolute(url: string): string {
  // RFC 9110 §4.2.4: user information in a URL is deprecated, and `fetch` would throw it back with the URL.
  const isFit = /^https?:\/\/[^/@{}?#]+(\/[^@{}?#]*)?$/i.test(url) && URL.canParse(url);
  if (isFit) return url.replace(/\/+$/, "");
  // A password or a token that stands there is not shown.
  const shown = url.replace(/.*[@?#].*/s, "…");
  throw new TypeError(
    `baseUrl is "${shown}". It takes an absolute http or https URL without {variables}, ? and #, such as "https://api.example.com". A user name goes to auth.`,
  );
}
