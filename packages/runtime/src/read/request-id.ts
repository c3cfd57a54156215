import { valueAt } from "../pointer.ts";
import type { ServiceDescription } from "../service-description.ts";

/** The vendor's name for the request, from where this service's answers hold it. */
export function requestIdOf(
  { requestId = [] }: ServiceDescription,
  { headers }: Response,
  body: unknown,
): string | undefined {
  for (const place of requestId) {
    const id = place.startsWith("/") ? valueAt(body, place) : headers.get(place);
    if (id && typeof id === "string") return id;
  }
  return undefined;
}
