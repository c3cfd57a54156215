import { createRandom, type Random } from "./random.ts";

/** Numbers that look random, and can be begun anew. */
export interface RestartableRandom extends Random {
  /** Goes on from a seed, or from a state that was kept. */
  restart(state: number): void;
}

export function createRestartableRandom(seed: number): RestartableRandom {
  let random = createRandom(seed);
  return {
    integer: (below) => random.integer(below),
    get state() {
      return random.state;
    },
    restart(state) {
      random = createRandom(state);
    },
  };
}
