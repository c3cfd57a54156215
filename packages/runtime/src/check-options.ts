import { assertOptions, DURATION, HEADERS, isFunction, type Shape } from "./assert-options.ts";
import type { Credential } from "./auth/credential.ts";
import { checkServer } from "./check-server.ts";
import type { ClientOptions, VersionOption } from "./client-options.ts";
import { isObject } from "./is-object.ts";
import type { OperationsLater } from "./operation-description.ts";
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

/**
 * Refuses what would be passed over in silence, for those who have no compiler to tell them.
 *
 * @throws TypeError if an option is none that there is, or if the service does not document it.
 */
export function checkOptions(
  service: ServiceDescription,
  operations: OperationsLater,
  options: ClientOptions & VersionOption,
  listed: ListedValues = {},
): void {
  assertOptions(options, KNOWN, SHAPES);
  checkHooks(options.hooks);
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
