/** A part of a run: the first of three is `{ index: 1, of: 3 }`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `2/3`; `undefined` if it is no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return index && of && index <= of ? { index, of } : undefined;
}

/**
 * The planned cases of one shard, in their order. An operation is never split: its cases may need one another. The
 * largest operations are dealt first, each to the shard that has the fewest cases so far.
 */
export function shardOf<Case>(
  plan: readonly Case[],
  operationOf: (planned: Case) => string,
  { index, of }: Shard,
): Case[] {
  const counts = new Map<string, number>();
  for (const planned of plan) counts.set(operationOf(planned), (counts.get(operationOf(planned)) ?? 0) + 1);
  const loads = Array.from({ length: of }, () => 0);
  const homes = new Map<string, number>();
  // Sorting is stable: of two operations of one size, the document's first is dealt first.
  for (const [operation, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + count;
    homes.set(operation, lightest + 1);
  }
  return plan.filter((planned) => homes.get(operationOf(planned)) === index);
}
