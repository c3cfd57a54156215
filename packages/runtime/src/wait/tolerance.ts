import type { Connection } from "../connection.ts";
import { RequestError } from "../request-error.ts";
import { isPassing } from "../send/retry-policy.ts";

/** So many polls in a row may tell nothing, unless the service itself says that it will pass. */
const MANY = 5;

/** Knows after which failed polls a wait goes on. */
export interface Tolerance {
  /**
   * The error, if the wait goes on after it.
   *
   * @throws the error, if it does not.
   */
  admit(error: unknown): RequestError;
  /** A poll told something. */
  renew(): void;
}

/**
 * A wait goes on for as long as the service says, or its network shows, that something will pass. It goes on for a
 * little after a page that may be that of a proxy, and where nothing was ever heard from: the address may be wrong.
 *
 * @param heard - whether the service is known to be there
 */
export function createTolerance(
  { service }: Connection,
  tolerate: readonly number[],
  heard = false,
): Tolerance {
  let left = MANY;
  return {
    admit(error) {
      if (!(error instanceof RequestError) || error.reason === "deadline") throw error;
      const { status = 0, reason, code, retryable, response } = error;
      heard ||= status > 0;
      const isUnanswered = reason === "connection" || reason === "timeout";
      const passes = retryable || isUnanswered || isPassing(status, code, service.throttling);
      if (tolerate.includes(status) || (passes && heard)) return error;
      if ((passes || (reason === "malformed" && response?.ok)) && left-- > 0) return error;
      throw error;
    },
    renew() {
      heard = true;
      left = MANY;
    },
  };
}
