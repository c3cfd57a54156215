/** More polls than any lifecycle needs. */
const POLLS = 20;

/** All that was read, up to what is the end. */
export async function pollUntil<T>(done: (state: T) => boolean, read: () => Promise<T>): Promise<T[]> {
  const seen: T[] = [];
  while (seen.length < POLLS) {
    const state = await read();
    seen.push(state);
    if (done(state)) return seen;
  }
  throw new Error(`not over after ${POLLS} polls: ${JSON.stringify(seen.at(-1))}`);
}

/** What there was, each once, in the order in which it came up. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
