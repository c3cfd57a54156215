import type { ThrottlingDescription } from "../service-description.ts";

/**
 * How long a response asks to wait, in milliseconds: by the service's own header in its unit, or by `Retry-After` as
 * seconds or as a date (RFC 9110 §10.2.3). A date is held against that of the response, so that no clock matters but
 * the server's. Zero if it does not ask.
 */
export function askedDelay(
  { headers }: Response,
  throttling: ThrottlingDescription | undefined,
  now: number,
): number {
  const { header = "retry-after", unit = "s" } = throttling?.retryAfter ?? {};
  const own = headers.get(header);
  if (isAmount(own)) return Number(own) * (unit === "s" ? 1000 : 1);
  const standard = headers.get("retry-after");
  if (isAmount(standard)) return Number(standard) * 1000;
  const dateIn = (text: string | null) => Date.parse(text ?? "");
  return Math.max(0, dateIn(standard) - (dateIn(headers.get("date")) || now)) || 0;
}

function isAmount(text: string | null): boolean {
  return /^\s*\d+(\.\d+)?\s*$/.test(text ?? "");
}
