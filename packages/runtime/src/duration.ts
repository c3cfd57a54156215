/** A time span: milliseconds, or a number with a unit, as in `"500ms"`, `"30s"`, `"10m"`, `"2h"`, `"1d"`. */
export type Duration = number | `${number}${"ms" | "s" | "m" | "h" | "d"}`;

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A duration in milliseconds.
 *
 * @param name - what it is of, for the error
 * @throws TypeError if it is none, or not above zero.
 */
export function toMilliseconds(duration: Duration, name: string): number {
  if (typeof duration === "number" && duration > 0 && duration < Infinity) return duration;
  const [, number, unit] = /^([\d.]+)(\w+)$/.exec(`${duration}`) ?? [];
  const milliseconds = Number(number) * UNITS[unit as keyof typeof UNITS];
  if (milliseconds > 0) return milliseconds;
  throw new TypeError(
    `${name} is ${JSON.stringify(duration) ?? "missing"}. It takes milliseconds above zero, or a text such as "10m".`,
  );
}

/** An ISO 8601 duration of days, hours, minutes and seconds in milliseconds: `PT30M`. Generated data holds no other. */
export function isoToMilliseconds(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return (
    Number(days) * UNITS.d + Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s
  );
}
