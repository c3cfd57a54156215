import type { Document, Operation } from "../../document/document.ts";
import type { Answer } from "../answer.ts";
import { problem } from "../draft.ts";
import type { Violation } from "../violation.ts";

/** The documented error for a request that is not as documented. */
export function refuse(
  _document: Document,
  _operation: Operation,
  [first]: readonly Violation[],
  _method: string,
): Answer {
  return problem(400, first ? `${first.at}: ${first.expected}, not ${first.received}` : "refused");
}
