import { type Flaw, flaw } from "../authentication/flaw.ts";
import { CLOCK_TOLERANCE, type DateFormat, formatDate, parseDate } from "./date.ts";

/**
 * Holds the date of a signed request against the clock.
 *
 * @param at where it stands, such as `header x-acme-date`
 * @param received `null` if it does not
 * @param clock milliseconds since the epoch
 */
export function verifyDate(at: string, received: string | null, format: DateFormat, clock: number): Flaw[] {
  const date = parseDate(received ?? "", format);
  if (date !== undefined && Math.abs(date - clock) <= CLOCK_TOLERANCE) return [];
  const now = formatDate(clock, format);
  if (date === undefined) {
    const none = `no such ${at.split(" ")[0]}`;
    return [flaw("dateMalformed", at, `${at} of the form ${now}`, received || none)];
  }
  return [flaw("dateSkewed", at, `${at} within 15 minutes of ${now}`, received ?? "")];
}
