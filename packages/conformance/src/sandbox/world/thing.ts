import type { Json } from "../../document/json.ts";
import type { Life } from "./life.ts";

/** Something that an operation created: an execution if it has a life, else a thing that just is there. */
export interface Thing {
  /** Counts up: the newest has the greatest. */
  readonly serial: number;
  /** The operation that created it. */
  readonly start: string;
  /** Its ids by the family of arguments that take them; the first is its own, the others are of what it consists of. */
  readonly ids: Record<string, string>;
  /**
   * The lists that it was started with of which each member is done on its own, by the plain name of one: it consists
   * of a part for each member of each.
   */
  readonly each?: Readonly<Record<string, readonly Json[]>>;
  /** What it was started and changed with, by plain name. No secret is in it. */
  said: Record<string, Json>;
  /** Ids that samples show, and what stands there for this thing. */
  readonly renamed?: readonly (readonly [from: string, to: string])[];
  /** The tokens by which a repeated request for it is known. */
  tokens: string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When it was last written to. */
  changedAt: number;
  life?: Life;
}

/** The id that a thing goes by. */
export function idOf({ ids }: Thing): string {
  return Object.values(ids)[0] ?? "";
}
