import type { ClientOptions, ServerChoice } from "./client-options.ts";
import { fillTemplate } from "./fill-template.ts";
import { matchTemplate } from "./match-template.ts";
import type { OperationDescription } from "./operation-description.ts";
import type { ServerDescription, ServiceDescription } from "./service-description.ts";

const EXAMPLE = 'Example: createClient({ baseUrl: "https://api.example.com" }).';

/** Where requests go. */
export interface BaseUrls {
  readonly main: string;
  /** Where those of an operation go that has servers of its own. */
  readonly of: (operation: OperationDescription) => string;
}

/**
 * Where requests go: `baseUrl` if it is given, otherwise the chosen documented server, its variables filled.
 * An operation with servers of its own goes to the first of those, filled with the same variables.
 *
 * @throws TypeError if one of them is no absolute http or https URL, or if a variable is not documented.
 */
export function resolveBaseUrls(service: ServiceDescription, options: ClientOptions): BaseUrls {
  const main = assertAbsolute(options.baseUrl ?? chosenServer(service, options.server ?? {}));
  const place =
    options.baseUrl === undefined ? fillFrom(options.server) : besideBaseUrl(service, main, options);

  const own = new Map<readonly ServerDescription[], string>();
  for (const { servers } of Object.values(service.operations)) {
    if (servers?.[0]) own.set(servers, assertAbsolute(place(servers[0])));
  }
  return { main, of: ({ servers }) => (servers && own.get(servers)) ?? main };
}

function chosenServer(service: ServiceDescription, { index = 0, variables = {} }: ServerChoice): string {
  const server = service.servers[index];
  if (!server) {
    const count = service.servers.length;
    throw new TypeError(`server.index is ${index}, but ${count} servers are documented. ${EXAMPLE}`);
  }
  assertDocumented(server, service, variables);
  return fillTemplate(server, variables);
}

function fillFrom({ variables = {} }: ServerChoice = {}): (server: ServerDescription) => string {
  return (server) => {
    assertListed(server, variables);
    return fillTemplate(server, variables);
  };
}

/**
 * Where another server is, seen from `baseUrl`: if that is one of the documented servers, its variables tell.
 * Otherwise whatever stands there, a proxy or a sandbox, serves them all, each under its own path.
 */
function besideBaseUrl(
  service: ServiceDescription,
  baseUrl: string,
  { server: choice }: ClientOptions,
): (server: ServerDescription) => string {
  const matches = service.servers.map(({ url }) => matchTemplate(url, baseUrl));
  const found = matches.find((match) => match !== undefined);
  return (server) => {
    const url = fillTemplate(server, { ...choice?.variables, ...found });
    if (found) return url;
    return new URL(baseUrl).origin + new URL(url, baseUrl).pathname;
  };
}

function assertDocumented(
  server: ServerDescription,
  service: ServiceDescription,
  variables: Readonly<Record<string, string>>,
): void {
  const others = Object.values(service.operations).flatMap(({ servers = [] }) => servers);
  const known = new Set([server, ...others].flatMap((one) => Object.keys(one.variables ?? {})));
  for (const name of Object.keys(variables)) {
    if (known.has(name)) continue;
    throw new TypeError(
      `${server.url} has no variable "${name}". It has: ${[...known].join(", ") || "none"}.`,
    );
  }
  assertListed(server, variables);
}

// OAS 3.1.1 §4.8.6: the enum is there "if the substitution options are from a limited set".
function assertListed({ variables = {} }: ServerDescription, given: Readonly<Record<string, string>>): void {
  for (const [name, { enum: listed }] of Object.entries(variables)) {
    const value = given[name];
    if (value === undefined || !listed || listed.includes(value)) continue;
    throw new TypeError(`server.variables.${name} is "${value}". Documented are: ${listed.join(", ")}.`);
  }
}

function assertAbsolute(url: string): string {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url.replace(/\/+$/, "");
  throw new TypeError(`baseUrl must be an absolute http or https URL, received "${url}". ${EXAMPLE}`);
}
