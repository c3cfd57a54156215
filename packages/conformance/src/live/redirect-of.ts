import type { Operation } from "../document/document.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";

/** Where an answer sends the caller instead, if the operation documents no such answer (RFC 9110 §15.4). */
export function redirectOf(operation: Operation, { status, headers }: ReceivedResponse): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  // What an operation documents of all other answers (`default`) is an error of its own, and not a way elsewhere.
  const { responses } = operation;
  if (!isRedirect || responses[status] || responses["3XX"]) return undefined;
  const location = headers.get("location");
  // What else stands in it may be a secret, such as the ticket of a login.
  return location === null ? undefined : location.replace(/[?#].*$/s, "");
}
