import { type Authenticate, authenticate } from "./auth/authenticate.ts";
import { resolveBaseUrl } from "./base-url.ts";
import type { ClientOptions, Fetch, Validation, VersionOption } from "./client-options.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toMilliseconds } from "./duration.ts";
import type { Hooks } from "./hooks.ts";
import type { InVersion } from "./media-type-version.ts";
import type { OperationDescription } from "./operation-description.ts";
import { createRetryBudget, type RetryBudget } from "./send/retry-budget.ts";
import { type RetryPolicy, toRetryPolicy } from "./send/retry-policy.ts";
import type { ServiceDescription } from "./service-description.ts";
import type { Waits } from "./wait/waits.ts";

/** A service and how it is spoken to: what all calls of a client share. Made by `connect`. */
export interface Connection {
  readonly service: ServiceDescription;
  readonly baseUrl: string;
  /** Where the requests of an operation go: `baseUrl`, if it has no server of its own. */
  urlOf(operation: OperationDescription): string;
  readonly inVersion: InVersion;
  readonly authenticate: Authenticate;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly fetchOptions: Readonly<Record<string, unknown>> | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly retry: RetryPolicy;
  readonly budget: RetryBudget;
  readonly validation: Validation | undefined;
  readonly hooks: Hooks;
  readonly clock: Clock;
  /** Where it has what the operations do not say of waiting. */
  readonly waits?: Waits | undefined;
  /** Ends what the credentials hold on the server. */
  logout(): Promise<void>;
}

/**
 * Says how a service is spoken to. Nothing is sent.
 *
 * @throws TypeError if an option is wrong: a URL that is not absolute, a duration that is none.
 * @example
 * const connection = connect(service, { baseUrl: "https://api.example.com", auth: bearer(token) });
 * const job = await call(connection, getJob, { jobId });
 */
export function connect(
  service: ServiceDescription,
  options: ClientOptions & VersionOption = {},
): Connection {
  const { timeout = "30s", totalTimeout = "2m", retry, hooks = {}, clock = systemClock } = options;
  const { budget = 20 } = retry || {};
  const { securitySchemes, versions } = service;
  const credentials = [options.auth ?? []].flat();
  const baseUrl = resolveBaseUrl(service, options);
  const connection: Connection = {
    service,
    baseUrl,
    urlOf: ({ ownServer }) => ownServer?.from(service, options) ?? baseUrl,
    inVersion: versions?.choose(options.version) ?? ((mediaTypes) => mediaTypes),
    authenticate: authenticate(securitySchemes, credentials),
    headers: Object.fromEntries(new Headers(options.headers)),
    // Looked up at each call: whoever patches the global later, as test interceptors do, is heard.
    fetch: (url, init) => (options.fetch ?? globalThis.fetch)(url, init),
    fetchOptions: options.fetchOptions,
    timeout: toMilliseconds(timeout, "timeout"),
    totalTimeout: toMilliseconds(totalTimeout, "totalTimeout"),
    retry: toRetryPolicy(retry),
    budget: createRetryBudget(budget),
    validation: options.validation,
    hooks,
    clock,
    async logout() {
      const ended = credentials.map(async (credential) => credential.end?.(connection));
      // One that fails keeps no other from ending.
      await Promise.allSettled(ended);
      await Promise.all(ended);
    },
  };
  return connection;
}
