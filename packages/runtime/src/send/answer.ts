import type { CallDetails } from "./call-details.ts";

/** An answer, read as far as the sender of the request wants it. */
export interface Answer {
  readonly response: Response;
  /** The vendor's error code in its body; a success has none. */
  readonly code: string | number | undefined;
  /** The vendor's name for the request. */
  readonly requestId: string | undefined;
  /** Whether the connection broke off before the body's end. */
  readonly isBroken: boolean;
  /** What is known besides, once it is the last answer to a call; only a failure is asked for it. */
  readonly details?: () => CallDetails;
}
