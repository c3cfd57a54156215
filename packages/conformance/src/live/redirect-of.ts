import type { Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";

/** Where an answer sends the caller instead, if the operation documents no such answer (RFC 9110 §15.4). */
export function redirectOf(operation: Operation, { status, headers }: ReceivedResponse): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  if (!isRedirect || documentedResponse(operation, status)) return undefined;
  const location = headers.get("location");
  // What else stands in it may be a secret, such as the ticket of a login.
  return location === null ? undefined : location.replace(/[?#].*$/s, "");
}
