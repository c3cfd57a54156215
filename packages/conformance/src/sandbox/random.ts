/** Numbers that look random, and are the same for the same seed. */
export interface Random {
  /** From 0 up to, and without, `below`. */
  integer(below: number): number;
  /** What it takes to go on from here. */
  readonly state: number;
}

/** The mulberry32 generator: no secrets are made by it. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    integer(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
    get state() {
      return state;
    },
  };
}
