import { TeachingError } from "../teaching-error.ts";
import { documentedValues } from "./documented-values.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import type { Source } from "./parse-source.ts";
import { below, type Pointer } from "./pointer.ts";
import { CANONICAL_STATES, KEYWORDS, STATUS } from "./vocabulary.ts";
import { walkObjects } from "./walk-objects.ts";

/**
 * Proves that the `x-` keywords of this project are spelt right, and that every documented status value
 * lies in exactly one bucket. Keywords of others are none of our business.
 *
 * @throws TeachingError at the first that does not.
 */
export function checkVocabulary(source: Source): void {
  walkObjects(source.root, (object, pointer) => {
    for (const keyword of Object.keys(object)) checkSpelling(keyword, source.locate(below(pointer, keyword)));
    if (object[STATUS] !== undefined) checkBuckets(source, object, pointer);
  });
}

function checkSpelling(keyword: string, where: string): void {
  if (!keyword.startsWith("x-") || KEYWORDS.includes(keyword)) return;
  // Of a short name, little is left after two slips: it is somebody else's.
  const slips = Math.min(2, Math.floor((keyword.length - 2) / 3));
  const meant = KEYWORDS.find(
    (known) => keyword.startsWith("x-lro-") || editDistance(keyword, known) <= slips,
  );
  if (!meant) return;
  const [nearest] = [...KEYWORDS].sort((a, b) => editDistance(keyword, a) - editDistance(keyword, b));
  throw new TeachingError({
    what: `unknown keyword \`${keyword}\`; did you mean \`${nearest}\`?`,
    where,
    expected: `one of ${KEYWORDS.join(", ")}`,
    example: `${nearest}: …`,
  });
}

function checkBuckets({ root, locate }: Source, schema: JsonObject, pointer: Pointer): void {
  const buckets: Record<string, Json> = isObject(schema[STATUS]) ? schema[STATUS] : {};
  const where = locate(below(pointer, STATUS));
  const example = `${STATUS}: { running: [RUNNING], succeeded: [SUCCEEDED], failed: [FAILED] }`;
  for (const [bucket, values] of Object.entries(buckets)) {
    if ((CANONICAL_STATES as readonly string[]).includes(bucket) && Array.isArray(values)) continue;
    const expected = `lists of values under ${CANONICAL_STATES.join(", ")}`;
    throw new TeachingError({
      what: `\`${bucket}\` is no canonical state with a list`,
      where,
      expected,
      example,
    });
  }
  for (const value of documentedValues(root, pointer).values) {
    const holding = Object.keys(buckets).filter((bucket) => (buckets[bucket] as Json[]).includes(value));
    if (holding.length === 1) continue;
    throw new TeachingError({
      what: `status value ${JSON.stringify(value)} is in ${holding.length ? `two buckets: ${holding.join(", ")}` : "no bucket"}`,
      where,
      expected: "each documented value in exactly one canonical bucket",
      example,
    });
  }
}

/** Levenshtein's distance, by the usual table of two rows. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
