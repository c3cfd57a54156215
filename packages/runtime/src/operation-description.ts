import type { ServerDescription } from "./service-description.ts";

/** What the runtime needs to know of an operation. */
export interface OperationDescription {
  /** As on the wire: `GET`. */
  readonly method: string;
  /** The documented template: `/tasks/{taskId}`. */
  readonly path: string;
  /** Its own servers, if they are not those of the service. */
  readonly servers?: readonly ServerDescription[];
  /** Wire name to place. */
  readonly parameters: Readonly<Record<string, ParameterPlace>>;
  readonly body?: BodyDescription;
  /** The values, in the query or in a form, that do not travel as plain text. */
  readonly serialize?: Serialization;
  /** The documented media types of the responses, as an `Accept` header. */
  readonly accept: string;
  /** Alternatives, each a set of scheme names that belong together; empty if the operation is open to all. */
  readonly security: readonly (readonly string[])[];
  /** Whether it only reads, where the method does not tell (RFC 9110 §9.2.1). */
  readonly safe?: boolean;
  /** The argument by which the service knows a repeated request: with it, a request may be sent again. */
  readonly idempotencyToken?: string;
  readonly paging?: PagingDescription;
  /** The operations that its answers lead to. */
  readonly links?: readonly LinkDescription[];
  /** Of an operation that can be polled: where its answer tells how the long-running operation stands. */
  readonly lro?: LongRunningDescription;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface BodyDescription {
  readonly mediaType: string;
  /** Sent even if no member of it was given. */
  readonly required?: true;
  /** The members that lie flat among the arguments; without it the whole body is the argument `body`. */
  readonly members?: readonly string[];
}

/** By wire name: as JSON text, or `flat`, each leaf as a value of its own (`Filter.1.Name`). */
export type Serialization = Readonly<Record<string, "json" | "flat">>;

/** How an operation answers page by page (`x-paging`); `next`, `items` and `total` are JSON pointers into the body. */
export interface PagingDescription {
  /** Parameter that takes the token of a page. */
  readonly token?: string;
  /** Where the token of the next page stands; absent or empty on the last. */
  readonly next?: string;
  /** Parameter for the number of items to pass over. */
  readonly offset?: string;
  /** Parameter for the number of the page, counted from 1. */
  readonly page?: string;
  readonly items: string;
  /** Parameter for the number of items on a page. */
  readonly size?: string;
  readonly total?: string;
}

/** OAS 3.1.1 §4.8.20: what to call next, and with what of this answer. */
export interface LinkDescription {
  /** The status of the answers that bear it: `202`, `2XX`, `default`. */
  readonly status: string;
  readonly operationId: string;
  /** Parameter name to runtime expression, or to a constant. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** A runtime expression, or a constant, for the whole body. */
  readonly requestBody?: unknown;
}

/** Places are JSON pointers into the body; a step `*` is every item of a list. */
export interface LongRunningDescription {
  readonly status: string;
  readonly result?: string;
  readonly error?: string;
  readonly progress?: string;
  /** Canonical state to the values that mean it. */
  readonly states: Readonly<Partial<Record<OperationState, readonly (string | number)[]>>>;
}

/** The canonical states of a long-running operation; only the last three are final. */
export type OperationState = "notStarted" | "running" | "waiting" | "succeeded" | "failed" | "canceled";
