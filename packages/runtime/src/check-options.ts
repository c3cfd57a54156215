import {
  assertOptions,
  DURATION,
  HEADERS,
  isFunction,
  isObject,
  kindOf,
  type Shape,
} from "./assert-options.ts";
import type { Credential } from "./auth/credential.ts";
import type { ClientOptions, VersionOption } from "./client-options.ts";
import type { OperationDescription } from "./operation-description.ts";
import { checkRetry } from "./send/check-retry.ts";
import type { ListedValues, SecurityScheme, ServiceDescription } from "./service-description.ts";

const KNOWN = [
  "baseUrl",
  "server",
  "version",
  "auth",
  "fetch",
  "fetchOptions",
  "headers",
  "timeout",
  "totalTimeout",
  "retry",
  "validation",
  "hooks",
  "clock",
];

const FUNCTION: Shape = [isFunction, "a function"];

const SHAPES: Readonly<Record<string, Shape>> = {
  baseUrl: [
    (value) => typeof value === "string",
    'an absolute http or https URL as text. Example: "https://api.example.com"',
  ],
  fetch: FUNCTION,
  fetchOptions: [isObject, "an object, which goes to fetch. Example: { dispatcher }"],
  headers: HEADERS,
  validation: [isFunction, 'what validation of the subpath "validate" makes. Example: validation("strict")'],
  timeout: DURATION,
  totalTimeout: DURATION,
  clock: [
    (value) => ["now", "sleep", "after"].every((name) => isFunction(Object(value)[name])),
    "an object with the functions now, sleep and after. Example: createVirtualClock()",
  ],
};
const HOOKS = ["request", "retry", "response", "poll", "settled"];
const SERVER = { variables: [isObject, 'names and texts. Example: { region: "north" }'] } as const;

/**
 * Refuses what would be passed over in silence, for those who have no compiler to tell them.
 *
 * @throws TypeError if an option is none that there is, or if the service does not document it.
 */
export function checkOptions(
  service: ServiceDescription,
  operations: readonly OperationDescription[],
  options: ClientOptions & VersionOption,
  listed: ListedValues = {},
): void {
  assertOptions(options, KNOWN, SHAPES);
  checkHooks(options.hooks);
  assertOptions(options.server ?? {}, ["index", "variables"], SERVER, "server.");
  checkRetry(options.retry);
  checkVersion(listed, options.version);
  for (const credential of [options.auth ?? []].flat()) checkCredential(service, credential);
  checkServer(service, operations, options, listed);
}

function checkHooks(hooks: ClientOptions["hooks"] = {}): void {
  // What is made of a class has more to it than its hooks.
  const isLiteral = Object.getPrototypeOf(Object(hooks)) === Object.prototype;
  const others = isLiteral ? [] : Object.keys(Object(hooks));
  const functions = Object.fromEntries(HOOKS.map((name) => [name, FUNCTION]));
  assertOptions(hooks, [...HOOKS, ...others], functions, "hooks.");
}

function checkVersion({ versions }: ListedValues, version: string | undefined): void {
  if (version === undefined || versions?.includes(version)) return;
  const known = versions?.join(", ") ?? "none, since the media types of this service have no version";
  throw new TypeError(`version is ${JSON.stringify(version)}. Documented are: ${known}.`);
}

function checkCredential({ securitySchemes }: ServiceDescription, credential: Credential): void {
  const documented = Object.entries(securitySchemes);
  const isMade = typeof credential?.matches === "function" && typeof credential.authenticate === "function";
  if (isMade && documented.some(([name, scheme]) => credential.matches(scheme, name))) return;
  const list = documented.map(([name, scheme]) => `${name} (${describe(scheme)})`).join(", ") || "none";
  const example = documented[0] ? ` Example: createClient({ auth: ${factory(documented[0][1])} }).` : "";
  if (!isMade)
    throw new TypeError(
      `auth is no credential, which a function of this package makes. The service documents: ${list}.${example}`,
    );
  throw new TypeError(
    `auth is ${credential.name}, which this service does not document. It has: ${list}.${example}`,
  );
}

function describe(scheme: SecurityScheme): string {
  return scheme.type === "http" ? `HTTP ${scheme.scheme}` : `a key in the header ${scheme.name}`;
}

function factory(scheme: SecurityScheme): string {
  if (scheme.type === "apiKey") return "apiKey(key)";
  if (scheme.isSigned) return "accessKey({ accessKeyId, accessKeySecret })";
  const name = scheme.scheme.toLowerCase();
  if (name === "basic") return "basic(username, password)";
  if (name === "bearer") return "bearer(token)";
  return `authorization("${scheme.scheme}", (request) => credentials)`;
}

/** The variables that are given, against those of the chosen server and of the servers that operations have. */
function checkServer(
  { servers }: ServiceDescription,
  operations: readonly OperationDescription[],
  { baseUrl, server: choice }: ClientOptions,
  listed: ListedValues,
): void {
  const { index = 0, variables = {} } = choice ?? {};
  const chosen = servers[index];
  const others = new Set(operations.flatMap(({ ownServer }) => (ownServer ? [ownServer.server] : [])));
  const all = [...(chosen ? [chosen] : []), ...others];
  const known = new Set(all.flatMap((server) => Object.keys(server.variables ?? {})));
  for (const name of Object.keys(variables)) {
    if (known.has(name) || baseUrl !== undefined) continue;
    throw new TypeError(
      `${chosen?.url} has no variable "${name}". It has: ${[...known].join(", ") || "none"}.`,
    );
  }
  for (const [name, value] of Object.entries<unknown>(variables)) checkVariable(name, value);
  for (const { url } of all) checkListed(listed.variables?.[url] ?? {}, variables);
}

/** A whole URL where a host is meant, or what would lead to another host. */
function checkVariable(name: string, value: unknown): void {
  if (value === undefined || (typeof value === "string" && !/[\s/?#@\\]/.test(value))) return;
  throw new TypeError(
    `server.variables.${name} is ${typeof value === "string" ? JSON.stringify(value) : kindOf(value)}. It takes a text without white space, /, ?, #, @ and \\. A whole URL goes to baseUrl.`,
  );
}

// OAS 3.1.1 §4.8.6: the enum is there "if the substitution options are from a limited set".
function checkListed(
  variables: Readonly<Record<string, readonly string[]>>,
  given: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, listed] of Object.entries(variables)) {
    const value = given[name];
    if (value === undefined || listed.includes(value)) continue;
    throw new TypeError(`server.variables.${name} is "${value}". Documented are: ${listed.join(", ")}.`);
  }
}
