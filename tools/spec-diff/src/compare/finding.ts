import type { RuleName } from "../rules/index.ts";
import type { Felt } from "../rules/rule.ts";
import type { Site } from "./site.ts";

/** What a comparison saw: which rule speaks, where, and what stood there. */
export interface Finding {
  readonly rule: RuleName;
  /** Where it stands after the change; where it stood, if it is gone. */
  readonly at: Site;
  /** What the sentence is about: `` `limit` ``. */
  readonly subject: string;
  /** Where it shows, if not where the rule says. */
  readonly felt?: Felt;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type Findings = Generator<Finding>;

/** A name as a sentence bears it. */
export function named(name: unknown): string {
  return `\`${typeof name === "string" ? name : JSON.stringify(name)}\``;
}
