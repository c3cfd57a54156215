import type { RuleName } from "../rules/index.ts";
import type { Broken, Felt, Level } from "../rules/rule.ts";

/** One change between two versions of a spec, judged. */
export interface Change {
  readonly rule: RuleName;
  readonly level: Level;
  readonly breaks: Broken;
  readonly felt: Felt;
  /** JSON pointer to where it stands after the change; to where it stood, if it is gone. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What changed, in a sentence without its full stop. */
  readonly says: string;
  /** What that means, and what to do. */
  readonly teaches: string;
  /** The operations that it touches; none if it is said of the service as a whole. */
  readonly operations: readonly string[];
  /**
   * Where it was made: in the documentation, and so in what is observed; in the overlay alone; or in the documentation
   * alone, which then says what the overlay had said before.
   */
  readonly seen: "documented" | "observed" | "documentation only";
}
