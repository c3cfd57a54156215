import { isoToMilliseconds } from "../duration.ts";
import type { SessionDescription } from "./session-description.ts";

/** Until when a token is good. All times are in milliseconds since 1970, by the clock of the client. */
export interface Life {
  /** When to get the next one. */
  readonly renewAt: number;
  readonly lapsesAt: number;
}

/** How long ahead a token is renewed: a minute, or a tenth of its life if that is less. */
function ahead(span: number): number {
  return Math.min(60_000, span / 10);
}

/**
 * The life of a token by what its login answered and by what is documented of it, whichever is shorter.
 *
 * @param begun - when the login was sent: no server counts from before that
 * @param expires - what stands where the answer tells it
 */
export function lifeOf(
  { lifetime }: SessionDescription,
  { begun, expires, response }: { begun: number; expires: unknown; response: Response },
): Life {
  const documented = lifetime === undefined ? Infinity : isoToMilliseconds(lifetime);
  const span = Math.min(documented, spanOf(expires, response, begun) ?? Infinity);
  return { renewAt: begun + span - ahead(span), lapsesAt: begun + span };
}

/** Without a request, a session may lapse earlier. */
export function idleLife({ renewAt, lapsesAt }: Life, usedAt: number, idle: number): Life {
  return {
    renewAt: Math.min(renewAt, usedAt + idle - ahead(idle)),
    lapsesAt: Math.min(lapsesAt, usedAt + idle),
  };
}

/** Seconds from now, or a time stamp. That is held against the server's own clock, which may not go as ours does. */
function spanOf(expires: unknown, { headers }: Response, now: number): number | undefined {
  const isText = typeof expires === "string" && expires.trim() !== "";
  const seconds = isText ? Number(expires) : expires;
  if (typeof seconds === "number" && Number.isFinite(seconds)) return seconds * 1000;
  const at = isText ? Date.parse(expires) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return at - (Number.isNaN(sent) ? now : sent);
}
