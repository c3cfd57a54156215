import type { AnswerPlace } from "./answer-place.ts";

/** What an answer holds at the first of some places where it holds a number or a text. */
export function firstOf(
  places: readonly AnswerPlace[] | undefined,
  response: Response,
  body: unknown,
): string | number | undefined {
  for (const place of places ?? []) {
    const found = place.in(response, body);
    if ((found && typeof found === "string") || typeof found === "number") return found;
  }
  return undefined;
}
