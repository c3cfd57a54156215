import { valueAt } from "../pointer.ts";

/**
 * What an answer holds at the first of some places where it holds a number or a text: JSON pointers into its body, or
 * names of headers.
 */
export function firstOf(
  places: readonly string[] | undefined,
  { headers }: Response,
  body: unknown,
): string | number | undefined {
  for (const place of places ?? []) {
    const found = place.startsWith("/") ? valueAt(body, place) : headers.get(place);
    if ((found && typeof found === "string") || typeof found === "number") return found;
  }
  return undefined;
}
