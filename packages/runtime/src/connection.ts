import { asItIs } from "./as-it-is.ts";
import type { Credential } from "./auth/credential.ts";
import { resolveBaseUrl } from "./base-url.ts";
import type { ClientOptions, Fetch, VersionOption } from "./client-options.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toMilliseconds } from "./duration.ts";
import type { Hooks } from "./hooks.ts";
import type { InVersion } from "./media-type-version.ts";
import { createRetryBudget, type RetryBudget } from "./send/retry-budget.ts";
import { type RetryPolicy, toRetryPolicy } from "./send/retry-policy.ts";
import type { ServiceDescription } from "./service-description.ts";
import type { Waits } from "./wait/waits.ts";

/** A service and how it is spoken to: what all calls of a client share. Made by `connect`. */
export interface Connection {
  /** @internal */
  readonly service: ServiceDescription;
  /** What it was made with; what it says below is read from there. */
  readonly options: ClientOptions;
  /** Where requests go, but for those of operations that have a server of their own. */
  readonly baseUrl: string;
  /** @internal */
  readonly inVersion: InVersion;
  /** @internal */
  readonly credentials: readonly Credential[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  /** In milliseconds. */
  readonly timeout: number;
  readonly totalTimeout: number;
  /** @internal */
  readonly retry: RetryPolicy;
  /** One for all that is derived from one connection. @internal */
  readonly budget: RetryBudget;
  readonly hooks: Hooks;
  readonly clock: Clock;
  /** Where it has what the operations do not say of waiting. @internal */
  readonly waits?: Waits | undefined;
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
  return {
    service,
    options,
    baseUrl: resolveBaseUrl(service, options),
    inVersion: service.versions?.(options.version) ?? asItIs,
    credentials: [options.auth ?? []].flat(),
    headers: Object.fromEntries(new Headers(options.headers)),
    // Looked up at each call: whoever patches the global later, as test interceptors do, is heard.
    fetch: (url, init) => (options.fetch ?? fetch)(url, init),
    timeout: toMilliseconds(timeout, "timeout"),
    totalTimeout: toMilliseconds(totalTimeout, "totalTimeout"),
    retry: toRetryPolicy(retry),
    budget: createRetryBudget(budget),
    hooks,
    clock,
  };
}
