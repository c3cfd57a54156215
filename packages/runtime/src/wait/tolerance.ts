import type { Connection } from "../connection.ts";
import { RequestError } from "../request-error.ts";
import { isPassing } from "../send/retry-policy.ts";

/** A poll that told nothing, and after which the wait goes on. */
export interface Missed {
  readonly status: "unknown";
  readonly value?: undefined;
  readonly progress?: undefined;
  readonly response: Response | undefined;
  readonly missed: { readonly error: RequestError };
}

/**
 * A wait goes on for as long as the service says, or its network shows, that something will pass. It goes on for a
 * little, five polls in a row, after a page that may be that of a proxy, and where nothing was ever heard from: the
 * address may be wrong.
 *
 * @param heard - whether the service is known to be there
 * @returns what a poll told or, if the wait goes on without that, why it told nothing
 */
export function createTolerance<Told>(
  { service }: Connection,
  tolerate: readonly number[],
  heard?: boolean,
): (poll: Promise<Told>) => Promise<Told | Missed> {
  let misses = 0;
  return async (poll) => {
    try {
      const told = await poll;
      heard = true;
      misses = 0;
      return told;
    } catch (error) {
      if (!(error instanceof RequestError) || error.reason === "deadline") throw error;
      const { status = 0, reason, code, retryable, response } = error;
      heard ||= status > 0;
      const passes = retryable || !status || isPassing(status, code, service.throttling);
      const isPage = reason === "malformed" && response?.ok;
      if (tolerate.includes(status) || (passes && heard) || ((passes || isPage) && misses++ < 5)) {
        return { status: "unknown", response, missed: { error } };
      }
      throw error;
    }
  };
}
