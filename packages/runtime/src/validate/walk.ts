import type { Finding } from "../malformed-body.ts";
import type { Schema } from "./schema.ts";

/** Judges a value where it stands; what is wrong goes to the walk. */
export type Check = (value: unknown, walk: Walk) => void;

/** A member's name, or the position of an item. */
export type Step = string | number;

/** The way through one body. */
export interface Walk {
  readonly schemas: readonly Schema[];
  /** By one more schema, in the same place. */
  judge(schema: number, value: unknown): void;
  /** By the schema of a member or an item. */
  judgeBelow(step: Step, schema: number, value: unknown): void;
  /** Whether it satisfies one more schema, in the same place. Nothing is reported. */
  fits(schema: number, value: unknown): boolean;
  /** What would be wrong by one more schema, in the same place. */
  tries(schema: number, value: unknown): readonly Finding[];
  /** What is expected is put into words only where they are wanted: not where it is only asked whether a value fits. */
  report(expected: () => string, received: unknown, how?: { below?: readonly Step[]; shows?: boolean }): void;
  /** As `report`, in a way of its own. */
  explain(how: () => void): void;
  repeat(findings: readonly Finding[]): void;
  /** Where the walk is: a JSON pointer into the body. */
  here(): string;
}
