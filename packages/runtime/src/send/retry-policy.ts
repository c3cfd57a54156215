import { type Duration, toMilliseconds } from "../duration.ts";
import type { Throttling } from "./throttling.ts";

/** How operations that may be repeated are tried again: those that only read, or bear an idempotency token. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included; by default 3. */
  readonly attempts?: number | undefined;
  /** The first delay is at most this long, each further one up to twice the one before; by default half a second. */
  readonly delay?: Duration | undefined;
  /** No delay is longer; where the service asks for a longer one, its answer is handed over. By default 30 seconds. */
  readonly maxDelay?: Duration | undefined;
  /**
   * How many retries all calls of the client together have before successes must earn new ones, ten for each: so that
   * a service in trouble is not flooded. By default 20.
   */
  readonly budget?: number | undefined;
}

export interface RetryPolicy {
  readonly attempts: number;
  readonly delay: number;
  readonly maxDelay: number;
}

const DEFAULT: RetryPolicy = { attempts: 3, delay: 500, maxDelay: 30_000 };

/**
 * @param base - what holds where the options say nothing
 * @throws TypeError if a delay is no duration.
 */
export function toRetryPolicy(
  options: false | RetryOptions | undefined,
  base: RetryPolicy = DEFAULT,
): RetryPolicy {
  if (options === undefined) return base;
  const {
    attempts = base.attempts,
    delay = base.delay,
    maxDelay = base.maxDelay,
  } = options || { attempts: 1 };
  return {
    attempts,
    delay: toMilliseconds(delay, "retry.delay"),
    maxDelay: toMilliseconds(maxDelay, "retry.maxDelay"),
  };
}

// RFC 9110 §15: a time-out, too many requests, and the failures of servers that may pass.
const PASSING = [408, 429, 500, 502, 503, 504];

/** Whether an answer says that the same request may go through later. */
export function isPassing(
  status: number,
  code: string | number | undefined,
  throttling: Throttling | undefined,
): boolean {
  return PASSING.includes(status) || !!throttling?.isMeantBy(status, code);
}

/**
 * How long to wait before the next attempt: full jitter, or as long as the service asks for and a little more, so that
 * those who were turned away together do not come back together. For ever after the last attempt, or if the service
 * asks for more than is granted.
 */
export function nextDelay(
  { attempts, delay, maxDelay }: RetryPolicy,
  attempt: number,
  asked: number,
): number {
  const jitter = Math.random() * Math.min(maxDelay, delay * 2 ** (attempt - 1));
  // Who may come back at once does so as if nothing had been asked for: all others may, too.
  const next = asked + Math.min(jitter, asked / 10 || jitter);
  return attempt < attempts && asked <= maxDelay ? next : Infinity;
}
