import type { AnswerMutant } from "../../mutants/mutant.ts";
import { mutants } from "../../mutants/mutants.ts";
import type { Lesson } from "../../teaching-error.ts";
import type { Preference } from "../prefer.ts";
import { ENDINGS } from "../world/ending.ts";

/** The longest that an answer is held back, in milliseconds. */
const LONGEST_DELAY = 600_000;

/** Every way to break an answer, by name. */
export const answerMutants: ReadonlyMap<string, AnswerMutant> = new Map(
  mutants.flatMap((mutant) => (mutant.side === "answer" ? [[mutant.name, mutant]] : [])),
);

/** What is wrong with a preference; nothing, if it can be served. */
export function explainPreference({ outcome, mutant, delay }: Preference): Lesson | undefined {
  if (outcome !== undefined && !ENDINGS.includes(outcome)) {
    return {
      what: `no such outcome: ${outcome}`,
      expected: `one of ${ENDINGS.join(", ")}`,
      example: "Prefer: outcome=failed",
    };
  }
  if (mutant !== undefined && !answerMutants.has(mutant)) {
    return {
      what: `no such mutant: ${mutant}`,
      expected: `one of ${[...answerMutants.keys()].join(", ")}`,
      example: "Prefer: mutant=status-bad-gateway",
    };
  }
  if (delay !== undefined && !(delay >= 0 && delay <= LONGEST_DELAY)) {
    return {
      what: "the delay cannot be kept",
      expected: `milliseconds up to ${LONGEST_DELAY}, or seconds`,
      example: "Prefer: delay=250, or Prefer: delay=1.5s",
    };
  }
  return undefined;
}
