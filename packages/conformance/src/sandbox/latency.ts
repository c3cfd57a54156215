import type { Random } from "./random.ts";

/** How long answers are held back, in milliseconds. */
export interface Latency {
  readonly fixed: number;
  /** What is added to it at random, at the most; by default nothing. */
  readonly spread?: number;
}

/** The next latency, in milliseconds. */
export function nextLatency({ fixed, spread = 0 }: Latency, random: Random): number {
  return fixed + (spread > 0 ? random.integer(spread + 1) : 0);
}
