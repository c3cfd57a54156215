/** How far a version has to rise (SemVer 2.0.0 §6 to §8), before what a package below 1.0.0 makes of it. */
export type Level = "major" | "minor" | "patch";

/**
 * Whose code a change breaks: those who call an operation, those who read an answer, or those who go through all
 * values of a closed list. `nobody` has to change anything.
 */
export type Broken = "callers" | "readers" | "switches" | "nobody";

/** Where it shows: in the types, so that the compiler says so, or only when a program runs. */
export type Felt = "types" | "run" | "nowhere";

/** What one kind of change means. */
export interface Rule {
  readonly level: Level;
  readonly breaks: Broken;
  readonly felt: Felt;
  /** What became of the subject: "`limit` must be given now". */
  readonly says: string;
  /** What that means for those it breaks, and what to do. */
  readonly teaches: string;
}

/** A rule as it is written down: a row of a table. */
export type RuleRow = readonly [level: Level, breaks: Broken, felt: Felt, says: string, teaches: string];
