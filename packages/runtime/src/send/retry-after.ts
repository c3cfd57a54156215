import type { Throttling } from "./throttling.ts";

/**
 * How long a response asks to wait, in milliseconds: by the service's own header in its unit, or by `Retry-After` as
 * seconds or as a date (RFC 9110 §10.2.3). A date is held against that of the response, so that no clock matters but
 * the server's. Zero if it does not ask.
 */
export function askedDelay({ headers }: Response, throttling: Throttling | undefined, now: number): number {
  const standard = headers.get("retry-after");
  // RFC 9110 §5.6.7: the obsolete form that ends with the year names no zone, and is in GMT all the same.
  const dateIn = (text: string | null) => Date.parse(text?.replace(/ \d{4}$/, "$& GMT") ?? "");
  const until = dateIn(standard) - (dateIn(headers.get("date")) || now);
  return throttling?.retryAfter?.delayIn(headers) || amountOf(standard) * 1000 || Math.max(0, until) || 0;
}

/** The number that a header is, if it is nothing but one; else `NaN`. */
export function amountOf(text: string | null): number {
  return Number(/^\s*\d+(\.\d+)?\s*$/.exec(`${text}`)?.[0]);
}
