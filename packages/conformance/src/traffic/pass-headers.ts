/** Headers as they travel: name, value, name, value. */
export type RawHeaders = readonly string[];

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

export function pairsOf(raw: RawHeaders): [name: string, value: string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    raw[index * 2] ?? "",
    raw[index * 2 + 1] ?? "",
  ]);
}
