import type { Arguments } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Preference } from "./prefer.ts";

/** A request that was understood, and found to be as documented. */
export interface Received {
  readonly document: Document;
  readonly operation: Operation;
  readonly request: SentRequest;
  /** What it says, read by the document. */
  readonly arguments: Arguments;
  /** What it asks of a mock. */
  readonly preference: Preference;
}
