/** What the runtime needs to know of a service: plain data, generated from its OpenAPI document. */
export interface ServiceDescription {
  readonly servers: readonly ServerDescription[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
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

export interface OperationDescription {
  /** As on the wire: `GET`. */
  readonly method: string;
  /** The documented template: `/tasks/{taskId}`. */
  readonly path: string;
  /** Wire name to place. */
  readonly parameters: Readonly<Record<string, ParameterPlace>>;
  readonly body?: BodyDescription;
  /** The documented media types of the responses, as an `Accept` header. */
  readonly accept: string;
  /** Alternatives, each a set of scheme names that belong together; empty if the operation is open to all. */
  readonly security: readonly (readonly string[])[];
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface BodyDescription {
  readonly mediaType: string;
  /** Sent even if no member of it was given. */
  readonly required?: true;
  /** The members that lie flat among the arguments; without it the whole body is the argument `body`. */
  readonly members?: readonly string[];
}
