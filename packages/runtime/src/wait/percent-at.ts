/** Where an answer tells how far it is, and how it is read. */
export interface ProgressPlace {
  /** The steps to it. */
  readonly path: readonly string[];
  /** In percent. */
  read(value: unknown): number | undefined;
}

/** For operations that tell it. */
export function percentAt(path: readonly string[]): ProgressPlace {
  return { path, read: toPercent };
}

/** A number, or a text that is one: `37`, `"37"`, `"37%"`. */
function toPercent(value: unknown): number | undefined {
  const [, number = "?"] = /^ *(-?[\d.]+) *%?$/.exec(`${value}`) ?? [];
  const percent = Math.min(100, Math.max(0, Number(number)));
  return percent >= 0 ? percent : undefined;
}
