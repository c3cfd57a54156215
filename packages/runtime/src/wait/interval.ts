import { toMilliseconds } from "../duration.ts";
import type { SettleOptions } from "./settle-options.ts";

/** The time until the next poll, in milliseconds, after so many polls, and if the service asks for a time. */
export type Interval = (polls: number, asked?: number) => number;

/**
 * Longer each time, spread by a fifth so that many who wait do not come together, and no shorter than the service
 * asks for.
 *
 * @throws TypeError if an option is no duration.
 */
export function createInterval({ first = "1s", max = "30s" }: SettleOptions["interval"] = {}): Interval {
  const from = toMilliseconds(first, "interval.first");
  const to = toMilliseconds(max, "interval.max");
  return (polls, asked = 0) => {
    const delay = Math.min(to, from * 1.5 ** (polls - 1)) * (0.8 + 0.4 * Math.random());
    // Never closer than 250 ms; timers may be early by one.
    return Math.max(251, delay, asked);
  };
}
