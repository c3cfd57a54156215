import type { Operation } from "../document/document.ts";

/** Whether an operation wants credentials. OAS 3.1.1 §4.8.30: an empty alternative makes them optional. */
export function isSecured({ security }: Operation): boolean {
  return security.length > 0 && security.every((names) => names.length > 0);
}
