import type { CredentialMistake } from "../authentication/flaw.ts";

/** What can be wrong with a request. A document says by `x-refusals` which error code each is answered with. */
export type Mistake =
  | "parameterMissing"
  | "parameterInvalid"
  | "parameterUnknown"
  | "bodyMissing"
  /** No JSON, no form, no UTF-8. */
  | "bodyMalformed"
  | "bodyInvalid"
  | "mediaTypeUnsupported"
  | "notAcceptable"
  | "tooLarge"
  | CredentialMistake
  /** A token that was good once. */
  | "sessionLapsed"
  /** The name of an operation that the document has not. */
  | "operationUnknown"
  /** An id that nothing has. */
  | "notFound"
  | "throttled";

/** One thing that is wrong with a request. */
export interface Violation {
  readonly mistake: Mistake;
  /** Where in the request: `query parameter limit`, `body #/name`, `header authorization`. */
  readonly at: string;
  /** What the document says. No secret is in it. */
  readonly expected: string;
  /** What was sent. No secret is in it. */
  readonly received: string;
  /** The name of the parameter or member that it is about, if it is about one. */
  readonly name?: string;
}
