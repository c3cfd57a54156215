import type { Json } from "../../document/json.ts";

/**
 * When something lapses, in the form that the document shows: a time stamp as precise as the sample and with an offset
 * like its own, or seconds from now.
 *
 * @param at milliseconds since the epoch; `now` likewise
 * @example
 * timeLike("2020-01-04T09:05:22.701000Z", at, now); // "2026-11-22T01:02:03.000000Z"
 * timeLike(1799, at, now); // 3600
 */
export function timeLike(sample: Json | undefined, at: number, now: number): Json {
  const seconds = Math.floor((at - now) / 1000);
  if (typeof sample === "number") return seconds;
  if (typeof sample === "string" && /^\d+$/.test(sample)) return String(seconds);
  const [, between = "T", fraction = "", offset = ""] = STAMP.exec(String(sample)) ?? PLAIN;
  const [date = "", time = ""] = new Date(at).toISOString().split("T");
  const digits = time.slice(9, 12).padEnd(fraction.length - 1, "0");
  const precise = fraction === "" ? "" : `.${digits.slice(0, fraction.length - 1)}`;
  // UTC in any case: of another offset only the form is kept.
  return `${date}${between}${time.slice(0, 8)}${precise}${offset.replace(/\d/g, "0").replace("-", "+")}`;
}

// RFC 3339 §5.6, and offsets as ISO 8601 writes them in its basic form.
const STAMP = /^\d{4}-\d\d-\d\d([Tt ])\d\d:\d\d:\d\d(\.\d+)?(Z|z|[+-]\d\d:?\d\d)?$/;
const PLAIN = ["", "T", "", "Z"] as const;
