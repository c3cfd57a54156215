import type { Finding } from "../finding.ts";
import { inBackticks } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { nearestName } from "../nearest-name.ts";

/** A name that is none of those that it could be; `what` says what they are, and `sample` is one where none is there. */
export function unknownName(
  at: Path,
  name: string,
  known: readonly string[],
  what: string,
  sample = "getJob",
): Finding {
  const nearest = nearestName(name, known);
  const all = known.map(inBackticks).join(", ") || "none is there";
  return {
    at,
    found: inBackticks(name),
    expected: nearest ? `did you mean ${inBackticks(nearest)}?` : `${what}: ${all}`,
    example: `${String(at.at(-1))}: ${nearest ?? known[0] ?? sample}`,
  };
}
