import type { Fault } from "../sandbox/answer.ts";
import type { AnswerMutant } from "./mutant.ts";

/** Answers that do not arrive. */
export const transportMutants: readonly AnswerMutant[] = (
  ["reset", "truncate", "hang"] satisfies Fault[]
).map((fault) => ({
  side: "answer",
  name: `transport-${fault}`,
  breaks: "status-code",
  mutate: (answer) => ({ ...answer, fault }),
}));
