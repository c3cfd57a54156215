import type { OperationDescription } from "./operation-description.ts";

/** Whether an operation only reads: as the document says, or else as its method does (RFC 9110 §9.2.1). */
export function isSafe({ safe, method }: OperationDescription): boolean {
  return safe ?? /^(GET|HEAD|OPTIONS|TRACE)$/.test(method);
}
