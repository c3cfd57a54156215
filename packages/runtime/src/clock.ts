import { withTimeout } from "./send/with-timeout.ts";

/** What tells and passes the time; one that runs faster makes long waits short in tests. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Calls a function after so many milliseconds, unless what it gives back is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    withTimeout(
      systemClock,
      milliseconds,
      signal,
      () => new Promise<void>(() => {}),
      () => undefined,
    ).catch((reason) => {
      // An abort always has a reason.
      if (reason !== undefined) throw reason;
    }),
  after(milliseconds, run) {
    // What is longer, a timer takes for nothing at all.
    const timer = setTimeout(run, Math.min(milliseconds, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};
