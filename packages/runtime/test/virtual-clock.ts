import type { Clock } from "../src/clock.ts";

export interface VirtualClock extends Clock {
  pass(milliseconds: number): void;
}

/** A clock that stands still until it is told to go on, or until someone sleeps; nothing times out. */
export function virtualClock(): VirtualClock {
  let now = Date.parse("2026-11-22T12:00:00Z");
  return {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds;
    },
    after: () => () => {},
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
