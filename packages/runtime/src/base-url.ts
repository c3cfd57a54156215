import type { ClientOptions, ServerChoice } from "./client-options.ts";
import type { ServerDescription } from "./service-description.ts";

const EXAMPLE = 'Example: createClient({ baseUrl: "https://api.example.com" }).';

/** Where requests go: `baseUrl` if it is given, otherwise the chosen documented server, its variables filled. */
export function resolveBaseUrl(servers: readonly ServerDescription[], options: ClientOptions): string {
  const url = options.baseUrl ?? serverUrl(servers, options.server ?? {});
  if (!isAbsoluteHttpUrl(url)) {
    throw new TypeError(`baseUrl must be an absolute http or https URL, received "${url}". ${EXAMPLE}`);
  }
  return url.replace(/\/+$/, "");
}

function serverUrl(
  servers: readonly ServerDescription[],
  { index = 0, variables = {} }: ServerChoice,
): string {
  const server = servers[index];
  if (!server) {
    throw new TypeError(`server.index is ${index}, but ${servers.length} servers are documented. ${EXAMPLE}`);
  }
  const documented = server.variables ?? {};
  for (const name of Object.keys(variables)) {
    if (Object.hasOwn(documented, name)) continue;
    const known = Object.keys(documented).join(", ") || "none";
    throw new TypeError(`${server.url} has no variable "${name}". It has: ${known}.`);
  }
  return server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = documented[name];
    const value = variables[name] ?? variable?.default ?? "";
    // OAS 3.1.1 §4.8.6: the enum is there "if the substitution options are from a limited set".
    if (!variable?.enum || variable.enum.includes(value)) return value;
    throw new TypeError(
      `server.variables.${name} is "${value}". Documented are: ${variable.enum.join(", ")}.`,
    );
  });
}

function isAbsoluteHttpUrl(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
