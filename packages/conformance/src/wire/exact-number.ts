const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
// The doubles next to the two ends of int64: 2^63 - 2^10 inside, -(2^63 + 2^11) outside.
const HIGHEST_INSIDE = 2 ** 63 - 2 ** 10;
const HIGHEST_OUTSIDE_BELOW = -(2 ** 63 + 2 ** 11);

/**
 * The double that stands for a JSON number where its own double would tell a lie about it: that it is
 * whole when it is not, or inside of int64 when it is outside, or the reverse.
 *
 * @returns `undefined` where the nearest double tells the truth, or the token is no number.
 * @example
 * exactSurrogate("9223372036854775807"); // 9223372036854774784, still an int64
 * exactSurrogate("1.00000000000000000001"); // 1.5, still no integer
 */
export function exactSurrogate(token: string): number | undefined {
  // Fifteen significant digits always survive (DBL_DIG), and so does an exponent of two (DBL_MAX_10_EXP).
  if (token.length <= 15 && !/[eE][+-]?\d{3}/.test(token)) return undefined;
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token);
  if (!parts) return undefined;
  const double = Number(token);
  if (!Number.isFinite(double)) return Math.sign(double) * Number.MAX_VALUE;
  const whole = wholeValue(parts);
  if (whole === undefined) return Number.isInteger(double) ? fractionNear(double) : undefined;
  const inside = whole >= INT64.min && whole <= INT64.max;
  const doubleInside = double >= -(2 ** 63) && double < 2 ** 63;
  if (inside === doubleInside) return undefined;
  return inside ? HIGHEST_INSIDE : HIGHEST_OUTSIDE_BELOW;
}

/** The exact value if it is a whole number. Any that is too long to count stands for itself as 10^40. */
function wholeValue([, sign, digits, fraction = "", exponent = "0"]: RegExpExecArray): bigint | undefined {
  const written = `${digits}${fraction}`;
  // Not by an expression: each of a million zeros would be tried as the first of the last.
  let length = written.length;
  while (written[length - 1] === "0") length -= 1;
  const significant = written.slice(0, length);
  const scale = Number(exponent) - fraction.length + (written.length - length);
  if (significant === "") return 0n;
  if (scale < 0) return undefined;
  const size = significant.length + scale > 40 ? 10n ** 40n : BigInt(significant) * 10n ** BigInt(scale);
  return sign === "-" ? -size : size;
}

function fractionNear(double: number): number {
  return Math.abs(double) < 2 ** 51 ? double + 0.5 : 0.5;
}
