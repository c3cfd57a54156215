/** Minutes: less than any service allows, and more than an answer takes. */
const TOLERATED = 5;

/**
 * Whether a refusal may be due to the clock of this machine: a signature holds the time at which it was made. The
 * server tells its own time in `Date` (RFC 9110 §6.6.1), though not to pages of another origin in a browser.
 */
export function explainClock({ status, headers }: Response, now: number): string | undefined {
  if (status < 400 || status > 499) return;
  const ahead = now - Date.parse(headers.get("date") ?? "");
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  if (!(minutes > TOLERATED)) return;
  return (
    `The clock of this machine is ${minutes} minutes ${ahead > 0 ? "ahead of" : "behind"} the server's, and a ` +
    "signature is valid for about 15. Set the clock, best of all by NTP."
  );
}
