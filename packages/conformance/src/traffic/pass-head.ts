import type { IncomingMessage, ServerResponse } from "node:http";
import { pairsOf } from "../wire/raw-headers.ts";
import { passHeaders } from "./pass-headers.ts";

/** Sends a head at once, its bytes as they are: in its other ways, Node writes those above 127 as UTF-8. */
export const NOTHING: Uint8Array = new Uint8Array();

/**
 * Passes the head of an answer on.
 *
 * @throws RangeError of a status that is none
 */
export function passHead(answer: IncomingMessage, outgoing: ServerResponse): void {
  const { statusCode = 0, statusMessage = "", rawHeaders } = answer;
  outgoing.sendDate = false;
  outgoing.writeHead(statusCode, statusMessage, passHeaders(rawHeaders) as unknown as string[]);
  // What streams must not wait for more of it.
  outgoing.write(NOTHING);
}

/** Passes hints on that come early (RFC 8297): of them, Node passes on links and what stands beside them. */
export function passEarly(outgoing: ServerResponse, status: number, raw: readonly string[]): void {
  const hints = Object.groupBy(pairsOf(raw), ([name]) => name.toLowerCase());
  const values = Object.entries(hints).map(([name, pairs = []]) => [name, pairs.map(([, value]) => value)]);
  if (status !== 103 || !hints.link) return;
  try {
    outgoing.writeEarlyHints(Object.fromEntries(values));
  } catch {
    // Node passes on what it understands; a hint may be left out.
  }
}
