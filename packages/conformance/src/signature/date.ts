/** How far the date of a signed request may be from the clock, in milliseconds: 15 minutes, either way. */
export const CLOCK_TOLERANCE: number = 15 * 60 * 1000;

/** `2026-11-22T01:02:03Z`, or `20261122T010203Z` (ISO 8601-1 §5.4.2). */
export type DateFormat = "extended" | "basic";

/**
 * The date of a signed request: UTC, to the second.
 *
 * @param at milliseconds since the epoch
 */
export function formatDate(at: number, format: DateFormat): string {
  const extended = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return format === "basic" ? extended.replace(/[-:]/g, "") : extended;
}

/** Milliseconds since the epoch, or `undefined` where the text is no date of that very form. */
export function parseDate(text: string, format: DateFormat): number | undefined {
  // Requests that come in one second bear one date.
  if (text === last.text && format === last.format) return last.at;
  const at = readDate(text, format);
  last = { text, format, at };
  return at;
}

let last: { readonly text: string; readonly format: DateFormat; readonly at: number | undefined } = {
  text: "",
  format: "extended",
  at: undefined,
};

function readDate(text: string, format: DateFormat): number | undefined {
  const extended = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const at = Date.parse(extended);
  return !Number.isNaN(at) && formatDate(at, format) === text ? at : undefined;
}
