import { memberAt, membersAt } from "../member-at.ts";

/** Where an answer tells how far it is, and how it is read. */
export interface ProgressPlace {
  /** The steps to it. */
  readonly path: readonly string[];
  /** In percent. */
  in(data: unknown): number | undefined;
}

/** For operations that tell it. */
export function percentAt(path: readonly string[]): ProgressPlace {
  return { path, in: (data) => toPercent(memberAt(data, path)) };
}

/** For those that tell it of several at once, by a `*` among the steps: the mean of what is told. */
export function meanPercentAt(path: readonly string[]): ProgressPlace {
  return {
    path,
    in(data) {
      const told = membersAt(data, path).flatMap((value) => toPercent(value) ?? []);
      return told.length > 0 ? told.reduce((sum, one) => sum + one) / told.length : undefined;
    },
  };
}

/** A number, or a text that is one: `37`, `"37"`, `"37%"`. */
function toPercent(value: unknown): number | undefined {
  const [, number] = /^ *(-?[\d.]+) *%?$/.exec(`${value}`) ?? [];
  const percent = Math.min(100, Math.max(0, Number(number)));
  return percent >= 0 ? percent : undefined;
}
