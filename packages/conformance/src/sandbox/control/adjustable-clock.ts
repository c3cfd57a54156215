import type { Clock, VirtualClock } from "../clock.ts";

/** A clock that can be put forward. */
export interface AdjustableClock extends VirtualClock {
  /** How far it is ahead of the clock that it goes by, in milliseconds. */
  offset(): number;
  /** Puts it so far ahead, also if that is back. */
  adjust(offset: number): void;
}

/** A clock that goes by another one, some time ahead; a virtual one is put forward itself. */
export function createAdjustableClock(own: Clock): AdjustableClock {
  let ahead = 0;
  let wakers: AbortController[] = [];
  const now = () => own.now() + ahead;
  return {
    now,
    offset: () => ahead,
    async sleep(milliseconds, signal) {
      const until = now() + milliseconds;
      while (now() < until && !signal?.aborted) {
        const waker = new AbortController();
        const wake = () => waker.abort();
        wakers.push(waker);
        signal?.addEventListener("abort", wake, { once: true });
        await own.sleep(until - now(), waker.signal);
        signal?.removeEventListener("abort", wake);
        wakers = wakers.filter((other) => other !== waker);
      }
    },
    advance(milliseconds) {
      if (isVirtual(own)) own.advance(milliseconds);
      else this.adjust(ahead + milliseconds);
    },
    adjust(offset) {
      if (isVirtual(own)) return;
      ahead = offset;
      // Whoever sleeps looks at the clock again.
      for (const waker of wakers) waker.abort();
    },
  };
}

function isVirtual(clock: Clock): clock is VirtualClock {
  return "advance" in clock;
}
