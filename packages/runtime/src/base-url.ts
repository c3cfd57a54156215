import type { ClientOptions } from "./client-options.ts";
import type { ServerDescription, ServiceDescription } from "./service-description.ts";

export const EXAMPLE = 'Example: createClient({ baseUrl: "https://api.example.com" }).';

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
  throw new TypeError(`server.index is ${index}, but ${servers.length} servers are documented. ${EXAMPLE}`);
}

/** @throws TypeError if nothing says where it is: no value, and no default. */
export function serverUrl(
  server: ServerDescription,
  values?: Readonly<Record<string, string | undefined>>,
): string {
  return assertAbsolute(server.fill?.(values) ?? server.url);
}

/** @throws TypeError if it is none. */
export function assertAbsolute(url: string): string {
  // RFC 9110 §4.2.4: user information in a URL is deprecated, and `fetch` would throw it back with the URL.
  const isFit = /^https?:\/\/[^/@]+(\/[^@]*)?$/i.test(url) && URL.canParse(url);
  if (isFit) return url.replace(/\/+$/, "");
  const received = url.includes("@") ? "one with a user name, which belongs in `auth`" : `"${url}"`;
  throw new TypeError(`baseUrl must be an absolute http or https URL, received ${received}. ${EXAMPLE}`);
}
