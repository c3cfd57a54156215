declare const undocumented: unique symbol;

/**
 * A status that the service's documentation does not list. At run time it is whatever number arrived; assign it
 * to a `number` to compare it.
 *
 * The type stands on -1, which no response has, so that it overlaps with no documented status: TypeScript takes
 * a plain `number`, branded or not, for comparable to 404, and `status === 404` would no longer narrow.
 */
export type UndocumentedStatus = -1 & { readonly [undocumented]: true };

/** A response whose status is 2xx. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  /** The parsed body; `undefined` if it was empty. */
  readonly data: Data;
  /** The response itself, its body already read. */
  readonly response: Response;
}

/** A response whose status is not 2xx. */
export interface Failure<Status extends number, Error> {
  readonly ok: false;
  readonly status: Status;
  /** The parsed body; the raw text if it is not JSON, `undefined` if it was empty. */
  readonly error: Error;
  /** The response itself, its body already read. */
  readonly response: Response;
}
