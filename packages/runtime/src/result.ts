import type { MalformedBody } from "./malformed-body.ts";

declare const undocumented: unique symbol;

/**
 * A status that the service's documentation does not list. At run time it is whatever number arrived; assign it
 * to a `number` to compare it.
 *
 * The type stands on -1, which no response has, so that it overlaps with no documented status: TypeScript takes
 * a plain `number`, branded or not, for comparable to 404, and `status === 404` would no longer narrow.
 */
export type UndocumentedStatus = -1 & { readonly [undocumented]: true };

/** A response whose status is 2xx and whose body, by the documentation, does not say otherwise. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  /** The parsed body; `undefined` if none is documented. */
  readonly data: Data;
  /** The response itself, its body already read. */
  readonly response: Response;
}

/**
 * A response whose status is not 2xx; or is, and whose body holds an error code where the service documents that
 * it answers so.
 */
export interface Failure<Status extends number, Error> {
  readonly ok: false;
  readonly status: Status;
  /** The parsed body. Of a status that is not documented: the raw text if it is not JSON, `undefined` if empty. */
  readonly error: Error;
  /** The response itself, its body already read. */
  readonly response: Response;
}

/**
 * A response of a documented status whose body is not of the documented kind: a proxy's page, half an answer, or
 * nothing. The HTTP status is `response.status`.
 */
export interface Malformed {
  readonly ok: false;
  readonly status: "malformed";
  readonly error: MalformedBody;
  /** The response itself, its body already read. */
  readonly response: Response;
}

/** What any call comes back with. */
export type AnyResult = Success<number, unknown> | Failure<number, unknown> | Malformed;
