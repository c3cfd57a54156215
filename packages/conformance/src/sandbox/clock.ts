import { LONGEST_TIMER } from "../wire/longest-timer.ts";

/** What the sandbox takes the time from. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Goes on by so many milliseconds; whoever sleeps no longer than that wakes up. */
  advance(milliseconds: number): void;
}

/** The machine's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(finish, Math.min(milliseconds, LONGEST_TIMER));
      signal?.addEventListener("abort", finish, { once: true });
      if (signal?.aborted) finish();
      function finish(): void {
        clearTimeout(timer);
        signal?.removeEventListener("abort", finish);
        resolve();
      }
    }),
};

/**
 * A clock for tests: hours pass in no time.
 *
 * @param start milliseconds since the epoch
 * @example
 * const clock = createVirtualClock();
 * const sandbox = await createSandbox({ documents: [document], clock });
 * clock.advance(3_600_000);
 */
export function createVirtualClock(start: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + milliseconds, wake: finish };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", finish, { once: true });
        if (milliseconds <= 0 || signal?.aborted) finish();
        function finish(): void {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", finish);
          resolve();
        }
      }),
    advance(milliseconds) {
      now += milliseconds;
      for (const { until, wake } of [...sleepers]) if (until <= now) wake();
    },
  };
}
