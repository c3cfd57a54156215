import type { Credential } from "./auth/credential.ts";
import type { Clock } from "./clock.ts";
import type { Duration } from "./duration.ts";
import type { Hooks } from "./hooks.ts";
import type { MalformedBody } from "./malformed-body.ts";
import type { OperationDescription } from "./operation-description.ts";
import type { RetryOptions } from "./send/retry-policy.ts";

/** What a client is created with. */
export interface ClientOptions {
  /** Where the service is: an absolute http or https URL. It wins over `server`. */
  readonly baseUrl?: string | undefined;
  /** Which of the documented servers, and what fills its variables; by default the first, with its defaults. */
  readonly server?: ServerChoice | undefined;
  /** How requests are authenticated, several credentials for several schemes; without it they are sent as they are. */
  readonly auth?: Credential | readonly Credential[] | undefined;
  /** Sends the requests; by default `globalThis.fetch`, looked up anew at each call. */
  readonly fetch?: Fetch | undefined;
  /**
   * Handed to `fetch` with every request, beside what the client itself says. On Node, `dispatcher` is where a
   * certificate authority, a client certificate or a proxy goes (undici 7).
   *
   * @example
   * createClient({ fetchOptions: { dispatcher: new Agent({ connect: { ca } }) } });
   */
  readonly fetchOptions?: Readonly<Record<string, unknown>> | undefined;
  /** Sent with every request. */
  readonly headers?: RequestInit["headers"] | undefined;
  /** How long one attempt may take, its answer's body included; by default 30 seconds. */
  readonly timeout?: Duration | undefined;
  /** How long a call may take with all its attempts and the delays between them; by default 2 minutes. */
  readonly totalTimeout?: Duration | undefined;
  /** Whether, and how, operations that may be repeated are tried again; by default three attempts. */
  readonly retry?: false | RetryOptions | undefined;
  /** Holds what arrives against what is documented; made by `validation` of a client's subpath `validate`. */
  readonly validation?: Validation | undefined;
  /** Told what goes on. */
  readonly hooks?: Hooks | undefined;
  /** What tells and passes the time; another one than the machine's is for tests. */
  readonly clock?: Clock | undefined;
}

/** Looks at a body that was read; what it gives stands in the body's place. */
export type Validation = (
  operation: OperationDescription,
  response: Response,
  body: unknown,
) => MalformedBody | undefined;

/** `fetch`, as far as a client uses it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Which release of the service is spoken to, where its media types tell releases apart. */
export interface VersionOption {
  /** One of the documented versions; by default the one that the documentation is written in. */
  readonly version?: string | undefined;
}

export interface ServerChoice {
  /** Position among the documented servers. */
  readonly index?: number | undefined;
  /** They fill the servers of single operations too, where a variable has the same name. */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What one call may add, or have otherwise than the client. */
export interface CallOptions {
  /** Aborts the call, a delay between two attempts included; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Sent with this request; they win over the client's. */
  readonly headers?: RequestInit["headers"] | undefined;
  /** How long one attempt may take. */
  readonly timeout?: Duration | undefined;
  /** How long the call may take in all. */
  readonly totalTimeout?: Duration | undefined;
  /** What it does not say is as for the client, whose budget it shares. */
  readonly retry?: false | Omit<RetryOptions, "budget"> | undefined;
}
