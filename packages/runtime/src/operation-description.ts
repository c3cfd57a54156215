import type { IdempotencyToken } from "./idempotency-token.ts";
import type { OwnServer } from "./own-server.ts";
import type { InBand } from "./read/in-band.ts";
import type { CanceledBy } from "./wait/canceled-by.ts";
import type { Cancel } from "./wait/canceling.ts";
import type { FromJson } from "./wait/from-json.ts";
import type { IsForgotten } from "./wait/is-forgotten.ts";
import type { ProgressPlace } from "./wait/percent-at.ts";
import type { Reader } from "./wait/read-marks.ts";
import type { WriteBody } from "./write/json.ts";
import type { ParameterPlace } from "./write/place.ts";
import type { Serialize } from "./write/serialization.ts";

/**
 * What the runtime needs to know of an operation. Almost all of it is data; what only few operations need is a
 * function of the runtime that the description brings along, so that a bundle holds it only if one of them does.
 */
export interface OperationDescription {
  /** The documented `operationId`. */
  readonly id: string;
  /** As on the wire: `GET`. */
  readonly method: string;
  /** The documented template: `/tasks/{taskId}`. */
  readonly path: string;
  /** Its own server, if it is not that of the service: `ownServer({ url: … })`. @internal */
  readonly ownServer?: OwnServer;
  /** The arguments, by their names on the wire, and their places: `{ taskId: inPath }`. @internal */
  readonly parameters: Readonly<Record<string, ParameterPlace>>;
  /** @internal */
  readonly body?: BodyDescription;
  /** Writes the values, in the query or in a form, that do not travel as plain text: `serialization({ Tags: asJson })`. @internal */
  readonly serialize?: Serialize;
  /** The documented media types of the responses, as an `Accept` header; `{version}` stands for the release. */
  readonly accept: string;
  /** By documented status (`200`, `4XX`, `default`), what its body is. */
  readonly responses: Readonly<Record<string, BodyKind>>;
  /**
   * Alternatives, each a set of scheme names that belong together; empty if the operation is open to all. Without it,
   * each scheme of the service is one, in their order.
   */
  readonly security?: readonly (readonly string[])[];
  /** If it only reads (RFC 9110 §9.2.1): it may be sent again. */
  readonly safe?: true;
  /** Of an operation that knows a repeated request by an argument: `idempotencyToken("clientToken")`. @internal */
  readonly idempotencyToken?: IdempotencyToken;
  /** Where a success says in its body that it is an error after all: `inBand({ code: …, success: … })`. @internal */
  readonly inBand?: InBand;
  /** @internal */
  readonly paging?: PagingDescription;
  /** The operations that its answers lead to, as far as the runtime follows them. @internal */
  readonly links?: readonly LinkDescription[];
  /** Of an operation that cancels: how, by what is polled: `canceling({ getJob: { parameters: … } })`. @internal */
  readonly cancels?: Cancel;
  /**
   * Of an operation that can be polled: where its answer tells how the long-running operation stands. Of one that is
   * generated, it is among the `Waits` of its service.
   * @internal
   */
  readonly lro?: LongRunningDescription;
}

/**
 * What a documented body is: `json`, `text`, `binary`, `none`; or `any`, where the document does not tell or tells
 * several. With a question mark it does not always come.
 */
export type BodyKind = "json" | "json?" | "text" | "text?" | "binary" | "binary?" | "none" | "any";

export interface BodyDescription {
  /** As documented, but for `{version}` in place of the release. */
  readonly mediaType: string;
  /** How it is written: as `json`, which leaves other media types as they are, `form` or `multipart`. */
  readonly write: WriteBody;
  /** Sent even if no member of it was given. */
  readonly required?: true;
}

/** How an operation answers page by page (`x-paging`); `next`, `items` and `total` are steps into the body. */
export interface PagingDescription {
  /** Parameter that takes the token of a page. */
  readonly token?: string;
  /** Where the token of the next page stands; absent or empty on the last. */
  readonly next?: readonly string[];
  /** Parameter for the number of items to pass over. */
  readonly offset?: string;
  /** Parameter for the number of the page, counted from 1. */
  readonly page?: string;
  readonly items: readonly string[];
  /** Parameter for the number of items on a page. */
  readonly size?: string;
  readonly total?: readonly string[];
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

/** Places are steps into the body, each to a member; a step `*` is every item of a list. */
export interface LongRunningDescription {
  readonly status: readonly string[];
  readonly result?: readonly string[];
  readonly error?: readonly string[];
  /** `percentAt(["progress"])`; with a `*` among the steps, `meanPercentAt`. */
  readonly progress?: ProgressPlace;
  /** Reads those of `result` and `error` that are strings which hold JSON: `fromJson(["result"])`. */
  readonly json?: FromJson;
  /** Canonical state to the values that mean it. */
  readonly states: Readonly<Partial<Record<OperationState, readonly (string | number)[]>>>;
  /** Of one that can be asked for until some time after its end, and not later (`x-lro-expires`): `isForgotten`. */
  readonly expires?: IsForgotten;
  /**
   * Reads answers that take more than to follow the steps: `several`, where a place has a `*`, and
   * `alsoAt({ error: ["reason"] })`, where what stands at a place has been seen at another.
   */
  readonly read?: Reader;
  /** By the operation that asks the server to cancel (`x-lro-cancel` on a Link Object): `canceledBy("cancelJob")`. */
  readonly cancel?: CanceledBy;
}

/** The canonical states of a long-running operation; only the last three are final. */
export type OperationState = "notStarted" | "running" | "waiting" | "succeeded" | "failed" | "canceled";

/** Operations by their names, each as it is, or what makes it when it is first needed. */
export type OperationsLater = Readonly<
  Record<string, OperationDescription | ((id: string) => OperationDescription)>
>;
