import type { Clock } from "../clock.ts";
import { type Duration, toMilliseconds } from "../duration.ts";
import { beingLoaded } from "../load-part.ts";
import { shown } from "../shown.ts";

/** A clock that does not wait. */
export interface VirtualClock extends Clock {
  /** Moves the time by hand, past what is due on the way; it moves by itself only where somebody sleeps. */
  advance(duration: Duration): void;
  /** Aborts with a DOMException named `TimeoutError` after so many milliseconds, as `AbortSignal.timeout` does. */
  timeout(milliseconds: number): AbortSignal;
}

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
  /** Whether the time moves on for its sake. */
  readonly drives: boolean;
}

/**
 * A clock on which a sleep takes no time: once all else has had its turn, the time jumps to where the next sleeper
 * wakes, and time-outs that were due on the way abort first. A time-out alone moves nothing, so that an answer from a
 * real server is in time. What is to seem slow, a stubbed `fetch` for one, sleeps on the same clock.
 *
 * @param now - what time it is at first, in milliseconds since 1970-01-01T00:00:00Z
 * @throws TypeError if that is no number.
 * @example
 * const clock = createVirtualClock();
 * const client = createClient({ fetch: stub, clock });
 * await client.settle("getJob", { jobId }, { deadline: "10m" });   // in milliseconds
 */
export function createVirtualClock(now: number = Date.UTC(2026, 0, 1)): VirtualClock {
  if (!Number.isFinite(now)) throw new TypeError(`now is ${shown(now)}. It takes milliseconds since 1970.`);
  let time = now;
  const alarms = new Set<Alarm>();
  let isTicking = false;

  /** Later than all promises that are settled already, so that who was woken can go to sleep again first. */
  async function tickSoon(): Promise<void> {
    if (isTicking) return;
    isTicking = true;
    do {
      await Promise.allSettled(beingLoaded);
      await new Promise((resolve) => setTimeout(resolve));
      // A client that still loads a part has not begun to do what it was told to.
    } while (beingLoaded.size > 0);
    isTicking = false;
    const next = earliest();
    if (next && someoneSleeps()) ring(next);
    if (someoneSleeps()) void tickSoon();
  }

  function earliest(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of alarms) if (!first || alarm.at < first.at) first = alarm;
    return first;
  }

  function someoneSleeps(): boolean {
    return [...alarms].some(({ drives }) => drives);
  }

  function ring(alarm: Alarm): void {
    alarms.delete(alarm);
    time = Math.max(time, alarm.at);
    alarm.ring();
  }

  function set(milliseconds: number, drives: boolean, ring: () => void): Alarm {
    const alarm = { at: time + milliseconds, ring, drives };
    alarms.add(alarm);
    return alarm;
  }

  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          alarms.delete(alarm);
          reject(signal?.reason);
        };
        const alarm = set(milliseconds, true, () => {
          signal?.removeEventListener("abort", abort);
          resolve();
        });
        signal?.addEventListener("abort", abort, { once: true });
        void tickSoon();
      }),
    after(milliseconds, run) {
      const alarm = set(milliseconds, false, run);
      return () => void alarms.delete(alarm);
    },
    timeout(milliseconds) {
      const controller = new AbortController();
      set(milliseconds, false, () => controller.abort(new DOMException("It took too long.", "TimeoutError")));
      return controller.signal;
    },
    advance(duration) {
      const end = time + (duration === 0 ? 0 : toMilliseconds(duration, "advance()"));
      for (let next = earliest(); next && next.at <= end; next = earliest()) ring(next);
      time = end;
    },
  };
}
