import type { MalformedBody } from "../malformed-body.ts";

/** An answer, read as far as the sender of the request wants it. */
export interface Answer {
  readonly response: Response;
  /** Whether it is a success: by its status, by the code in its body where that has the last word, and as documented. */
  readonly isSuccess: boolean;
  /** The vendor's error code in its body; a success has none. */
  readonly code: string | number | undefined;
  /** The vendor's name for the request; most never ask. */
  readonly requestId: () => string | undefined;
  /** What is wrong with its body; `unreadable` if the connection broke off before its end. */
  readonly malformed: MalformedBody | undefined;
}
