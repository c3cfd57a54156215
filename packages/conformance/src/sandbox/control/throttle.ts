import type { Clock } from "../clock.ts";

/** Lets no more than so many requests pass in a second. */
export interface Throttle {
  /** Lets a request pass, or says how many milliseconds from now one may. */
  wait(): number;
}

/**
 * A token bucket that holds as many tokens as drip into it in a second; a request takes one. It is counted as the
 * generic cell rate algorithm does (ITU-T I.371, annex A): by when the bucket is full again.
 */
export function createThrottle(rate: number, clock: Clock): Throttle {
  const interval = 1000 / rate;
  const room = Math.max(1000 - interval, 0);
  let full = clock.now();
  return {
    wait() {
      const now = clock.now();
      const missing = Math.max(full - now, 0);
      if (missing > room) return Math.ceil(missing - room);
      full = now + missing + interval;
      return 0;
    },
  };
}
