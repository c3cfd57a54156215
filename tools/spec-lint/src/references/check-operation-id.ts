import type { Finding } from "../finding.ts";
import type { Path } from "../json-pointer.ts";
import type { Operation } from "../openapi/operations-of.ts";
import { unknownName } from "./unknown-name.ts";

/** The operations of a document, by operationId. */
export type Operations = ReadonlyMap<string, Operation>;

/** What names an operation names one that is there. */
export function checkOperationId(at: Path, id: unknown, operations: Operations): Finding[] {
  if (typeof id !== "string" || operations.has(id)) return [];
  return [unknownName(at, id, [...operations.keys()], "an operationId of this document")];
}
