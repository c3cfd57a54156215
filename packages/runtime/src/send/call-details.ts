import type { Authentication } from "../auth/authenticate.ts";
import type { Added } from "../auth/hide-added.ts";

/** An attempt, as errors tell of it. */
export interface CallAttempt extends Added {
  /** The `operationId`. */
  readonly operation: string;
  /** What its credentials do for it, if it bears any. */
  readonly authentication: Authentication | undefined;
}

/** What is known of the call that a response answers, beside the response. */
export interface CallDetails extends CallAttempt {
  /** The vendor's error code. */
  readonly code: string | number | undefined;
  /** The vendor's name for the request. */
  readonly requestId: string | undefined;
  readonly retryable: boolean;
}

/** Noted for `unwrap`, which is given a result and nothing else; there is none of a response that no call of ours got. */
export const detailsOf: WeakMap<Response, CallDetails> = /* @__PURE__ */ new WeakMap();
