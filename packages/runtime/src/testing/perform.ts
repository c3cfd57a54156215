import type { Clock } from "../clock.ts";
import type { Moment } from "./script-run.ts";

// RFC 9110 §6.4.1, and Fetch §2.2.3: a Response with one of these may have no body.
const BODILESS = new Set([204, 205, 304]);

/**
 * Does to a request what is to be done to it.
 *
 * @throws TypeError as `fetch` does, if the connection breaks off.
 * @throws what the signal aborts with.
 */
export async function perform(
  { act, delay }: Moment,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Response> {
  if (delay > 0) await clock.sleep(delay, signal);
  if (act.kind === "hang") return never(clock, signal);
  if (act.kind === "reset") throw brokenOff();
  const { status, headers, body } = act;
  // A text would bring a Content-Type of its own; bytes bring none.
  const content = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return new Response(BODILESS.has(status) ? null : (content ?? null), { status, headers });
}

const LONG = 3_600_000;

/** Asleep rather than still: on a virtual clock that is what moves the time on to what aborts the signal. */
async function never(clock: Clock, signal: AbortSignal | undefined): Promise<never> {
  for (;;) await clock.sleep(LONG, signal);
}

/** What undici, the `fetch` of Node, says when a connection is reset. */
function brokenOff(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  return new TypeError("fetch failed", { cause });
}
