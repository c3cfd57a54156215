import { pairsOf, type RawHeaders } from "../wire/raw-headers.ts";

// RFC 9110 §7.6.1: they are about one connection. `Trailer` and `TE: trailers` go on, as trailers do.
const OF_ONE_CONNECTION = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "transfer-encoding",
  "upgrade",
]);

/** The headers that go on: in their order and spelling, twice where they stood twice. */
export function passHeaders(raw: RawHeaders): string[] {
  const pairs = pairsOf(raw);
  const named = pairs.flatMap(([name, value]) =>
    name.toLowerCase() === "connection" ? value.split(",").map((one) => one.trim().toLowerCase()) : [],
  );
  return pairs
    .filter(([name]) => !OF_ONE_CONNECTION.has(name.toLowerCase()) && !named.includes(name.toLowerCase()))
    .flat();
}
