/** Things of two versions, matched by key: what both have, what only one has. */
export interface Matched<Thing> {
  readonly both: readonly { readonly key: string; readonly before: Thing; readonly after: Thing }[];
  readonly removed: readonly { readonly key: string; readonly before: Thing }[];
  readonly added: readonly { readonly key: string; readonly after: Thing }[];
}

/** Matches by key, so that order is no change. */
export function matchByKey<Thing>(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
): Matched<Thing> {
  const entries = [...before];
  return {
    both: entries.flatMap(([key, old]) => {
      const now = after.get(key);
      return now === undefined ? [] : [{ key, before: old, after: now }];
    }),
    removed: entries.flatMap(([key, old]) => (after.has(key) ? [] : [{ key, before: old }])),
    added: [...after].flatMap(([key, now]) => (before.has(key) ? [] : [{ key, after: now }])),
  };
}
