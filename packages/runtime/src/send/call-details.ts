/** What is known of the call that a response answers, beside the response. */
export interface CallDetails {
  /** The `operationId`. */
  readonly operation: string;
  readonly code?: string | number | undefined;
  readonly requestId?: string | undefined;
  readonly retryable: boolean;
  readonly redirected?: boolean;
  /** What may have gone wrong, where the answer gives a hint. */
  readonly hint?: string | undefined;
  /** Takes out of a text what must not be read in it. */
  readonly hide?: (text: string) => string;
}

const known = new WeakMap<Response, CallDetails>();

/** Notes it for `unwrap`, which is given a result and nothing else. */
export function noteDetails(response: Response, details: CallDetails): void {
  known.set(response, details);
}

/** What was noted; next to nothing for a response that no call of ours got. */
export function detailsOf(response: Response): CallDetails {
  return known.get(response) ?? { operation: "call", retryable: false };
}
