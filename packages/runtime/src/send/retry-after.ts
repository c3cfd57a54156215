import type { ThrottlingDescription } from "../service-description.ts";

/**
 * How long a response asks to wait, in milliseconds: by the service's own header in its unit, or by `Retry-After` as
 * seconds or as a date (RFC 9110 §10.2.3). A date is held against that of the response, so that no clock matters but
 * the server's.
 */
export function askedDelay(
  { headers }: Response,
  throttling: ThrottlingDescription | undefined,
  now: number,
): number | undefined {
  const own = throttling?.retryAfter;
  const hint = own && amount(headers.get(own.header));
  if (own && hint !== undefined) return own.unit === "s" ? hint * 1000 : hint;

  const standard = headers.get("retry-after");
  if (standard === null) return undefined;
  const seconds = amount(standard);
  if (seconds !== undefined) return seconds * 1000;
  const at = Date.parse(standard);
  if (Number.isNaN(at)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return Math.max(0, at - (Number.isNaN(sent) ? now : sent));
}

function amount(text: string | null): number | undefined {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
