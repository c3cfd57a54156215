import type { Credential } from "./auth/credential.ts";

/** What a client is created with. */
export interface ClientOptions {
  /** Where the service is: an absolute http or https URL. It wins over `server`. */
  readonly baseUrl?: string | undefined;
  /** Which of the documented servers, and what fills its variables; by default the first, with its defaults. */
  readonly server?: ServerChoice | undefined;
  /** How requests are authenticated; without it they are sent as they are. */
  readonly auth?: Credential | undefined;
  /** Sends the requests; by default `globalThis.fetch`, looked up anew at each call. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sent with every request. */
  readonly headers?: HeadersInit | undefined;
}

/** Which release of the service is spoken to, where its media types tell releases apart. */
export interface VersionOption {
  /** One of the documented versions; by default the one that the documentation is written in. */
  readonly version?: string | undefined;
}

export interface ServerChoice {
  /** Position among the documented servers. */
  readonly index?: number | undefined;
  /** They fill the servers of single operations too, where a variable has the same name. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
}

/** What one call may add. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Sent with this request; they win over the client's. */
  readonly headers?: HeadersInit | undefined;
}
