import type { OperationDescription } from "./operation-description.ts";

/** What the runtime needs to know of a service: plain data, generated from its OpenAPI document. */
export interface ServiceDescription {
  readonly servers: readonly ServerDescription[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** By security scheme: the ways to log in for its credential. */
  readonly sessions?: Readonly<Record<string, readonly SessionDescription[]>>;
  /** By security scheme, then by part of its credential: environment variables, of which the first that is set wins. */
  readonly environment?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly throttling?: ThrottlingDescription;
  readonly rpc?: RpcDescription;
  readonly mediaTypeVersion?: MediaTypeVersion;
  /** By `operationId`, which is also the name of the client's method. */
  readonly operations: Readonly<Record<string, OperationDescription>>;
}

/** OAS 3.1.1 §4.8.5: a URL template and the values that fill it. */
export interface ServerDescription {
  readonly url: string;
  readonly variables?: Readonly<
    Record<string, { readonly default: string; readonly enum?: readonly string[] }>
  >;
}

/** OAS 3.1.1 §4.8.27, as far as the runtime can send it. */
export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "apiKey"; readonly in: "header"; readonly name: string };

/** One way to log in (`x-session`). Places in the answer are runtime expressions (OAS 3.1.1 §4.8.20.4). */
export interface SessionDescription {
  /** `operationId` of the operation that answers with the token. */
  readonly login: string;
  /** Where in its answer the token stands. */
  readonly token: string;
  /** `operationId` of the operation that ends the session. */
  readonly logout?: string;
  /** Where in the answer it stands when the token lapses: a time stamp, or seconds from now. */
  readonly expires?: string;
  /** How long the session lives without a request: an ISO 8601 duration. */
  readonly idle?: string;
  /** How long the session lives at most: an ISO 8601 duration. */
  readonly lifetime?: string;
}

/** How the service says that it is asked too often (`x-throttling`). */
export interface ThrottlingDescription {
  /** HTTP statuses that always mean it. */
  readonly statuses?: readonly number[];
  /** Error codes that mean it, whatever the status. */
  readonly codes?: readonly (string | number)[];
  /** The header, other than Retry-After, that says how long to wait. */
  readonly retryAfter?: { readonly header: string; readonly unit: "ms" | "s" };
}

/** One path on the wire for all operations (`x-rpc`). */
export interface RpcDescription {
  /** Below the server's URL, whatever the documented path of an operation. */
  readonly path: string;
  /** The names of the headers that carry the `operationId` and the version. */
  readonly headers: { readonly operation: string; readonly version: string };
  /** The document's `info.version`. */
  readonly version: string;
}

/** Media types that differ by release in one number alone (`x-media-type-version`). */
export interface MediaTypeVersion {
  /** `application/vnd.acme-v{version}+json` */
  readonly template: string;
  /** The one that the description is written with. */
  readonly default: string;
  readonly versions: readonly string[];
}
