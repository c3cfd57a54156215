/** Writes the time of signing, in milliseconds since 1970. */
export type SigningDate = (now: number) => string;

/** `2026-11-22T01:02:03Z`, as ISO 8601 writes it in its extended format. */
export const extendedDate: SigningDate = (now) => {
  const second = Math.floor(now / 1000);
  if (second !== written.second) written = { second, date: `${new Date(now).toISOString().slice(0, 19)}Z` };
  return written.date;
};

/** The same in the basic format: `20261122T010203Z`. */
export const basicDate: SigningDate = (now) => extendedDate(now).replace(/[-:]/g, "");

// All requests of a second bear one date, and to write it takes as long as to hash what is signed.
let written = { second: Number.NaN, date: "" };
