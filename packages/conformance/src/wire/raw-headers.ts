/** Headers as they travel: name, value, name, value. */
export type RawHeaders = readonly string[];

/** The same in pairs: in their order and spelling, twice where they stand twice. */
export function pairsOf(raw: RawHeaders): [name: string, value: string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    raw[index * 2] ?? "",
    raw[index * 2 + 1] ?? "",
  ]);
}
