import type { CredentialInUse } from "../auth/credential.ts";
import type { WireRequest } from "../wire-request.ts";

/** An attempt, as errors tell of it. */
export interface CallAttempt {
  /** The `operationId`. */
  readonly operation: string;
  /** Its credentials. */
  readonly inUse: readonly CredentialInUse[];
  /** The request without and with what they added. */
  readonly given: WireRequest;
  readonly sent: WireRequest;
}

/** What is known of the call that a response answers, beside the response. */
export interface CallDetails extends CallAttempt {
  /** The vendor's error code. */
  readonly code: string | number | undefined;
  /** The vendor's name for the request. */
  readonly requestId: string | undefined;
  readonly retryable: boolean;
}

const known = new WeakMap<Response, CallDetails>();

/** Notes it for `unwrap`, which is given a result and nothing else. */
export function noteDetails(response: Response, details: CallDetails): void {
  known.set(response, details);
}

/** What was noted; nothing for a response that no call of ours got. */
export function detailsOf(response: Response): CallDetails | undefined {
  return known.get(response);
}
