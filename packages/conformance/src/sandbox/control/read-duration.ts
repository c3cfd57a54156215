import { isoDuration } from "../../document/iso-duration.ts";
import type { Json } from "../../document/json.ts";
import { TeachingError } from "../../teaching-error.ts";

/** Ten years: enough for any session. */
const LONGEST = 10 * 365 * 86_400_000;

const SHORT = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Milliseconds of a duration: a number of them, `PT1H30M` (ISO 8601), or `90m`.
 *
 * @throws TeachingError when it is none.
 */
export function readDuration(given: Json | undefined, where: string): number {
  const milliseconds = typeof given === "string" ? parse(given) : given;
  if (typeof milliseconds === "number" && milliseconds >= 0 && milliseconds <= LONGEST) {
    return Math.round(milliseconds);
  }
  throw new TeachingError({
    what: `not a duration: ${given === undefined ? "nothing" : JSON.stringify(given)}`,
    where,
    expected:
      "a number with a unit (ms, s, m, h, d), milliseconds, or an ISO 8601 duration without years and months; " +
      "no more than ten years",
    example: "90s, 250, or PT1H30M",
  });
}

function parse(text: string): number | undefined {
  const short = SHORT.exec(text);
  if (short) return Number(short[1]) * (UNITS[short[2] ?? "ms"] ?? 1);
  return isoDuration(text);
}
