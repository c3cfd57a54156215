/**
 * Whether an HTTP client hands an answer of this status to its caller. Interim answers (RFC 9110 §15.2) come before the
 * one that it waits for, and a 407 is of a proxy on the way (§15.5.8): `fetch` makes a network error of it.
 */
export function isReceivable(status: number): boolean {
  return status >= 200 && status !== 407;
}
