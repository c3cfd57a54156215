import type { Lesson } from "../../teaching-error.ts";
import type { Answer } from "../answer.ts";

/** A lesson as an answer: a problem (RFC 9457) that says what was expected, with an example (§3.2: its own members). */
export function lessonProblem(
  { what, where, expected, example }: Lesson,
  status = 400,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { ...headers, "content-type": "application/problem+json" },
    body: JSON.stringify({
      title: what,
      status,
      ...(where && { where }),
      ...(expected && { expected }),
      ...(example && { example }),
    }),
  };
}
