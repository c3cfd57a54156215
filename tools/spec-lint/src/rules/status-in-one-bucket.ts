import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, listOf, sameValue } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { objectsNamed } from "../openapi/walk-objects.ts";
import { documentedValues } from "../schema/documented-values.ts";

export const statusInOneBucket: Rule = {
  name: "status-in-one-bucket",
  why: "A documented value in no bucket would be waited on as `unknown`; a value in two, or in one by a slip of the pen, would be misread.",
  check: ({ root }) =>
    objectsNamed(root, "Schema Object").flatMap(({ path, node }) => {
      const buckets = node["x-lro-status"];
      if (!isObject(buckets)) return [];

      const at = [...path, "x-lro-status"];
      const documented = documentedValues(root, path).map(({ value }) => value);
      const entries = entriesOf(buckets, at);
      return [
        ...notInAnyBucket(documented, entries, at),
        ...notDocumented(documented, entries),
        ...inAnotherBucket(entries),
      ];
    }),
};

interface Entry {
  readonly at: Path;
  readonly bucket: string;
  readonly value: unknown;
}

function entriesOf(buckets: Readonly<Record<string, unknown>>, at: Path): Entry[] {
  return Object.entries(buckets).flatMap(([bucket, values]) =>
    listOf(values).map((value, index) => ({ at: [...at, bucket, index], bucket, value })),
  );
}

function notInAnyBucket(documented: readonly unknown[], entries: readonly Entry[], at: Path): Finding[] {
  return documented
    .filter((value) => !entries.some((entry) => sameValue(entry.value, value)))
    .map((value) => ({
      at,
      found: `${inBackticks(value)} is documented, and stands in no bucket`,
      expected: "every documented value in one of notStarted, running, waiting, succeeded, failed, canceled",
      example: example(value),
    }));
}

function notDocumented(documented: readonly unknown[], entries: readonly Entry[]): Finding[] {
  return entries
    .filter((entry) => !documented.some((value) => sameValue(entry.value, value)))
    .map(({ at, bucket, value }) => ({
      at,
      found: `${inBackticks(value)} stands in \`${bucket}\`, and is not documented`,
      expected:
        documented.length > 0
          ? `one of ${documented.map(inBackticks).join(", ")}`
          : "an enum, or an open list, of the documented values",
      example: "enum: [QUEUED, RUNNING, DONE, FAILED]   # or take the value out of its bucket",
    }));
}

function inAnotherBucket(entries: readonly Entry[]): Finding[] {
  return entries.flatMap(({ at, bucket, value }, index) => {
    const first = entries.slice(0, index).find((entry) => sameValue(entry.value, value));
    if (!first || first.bucket === bucket) return []; // twice in one bucket: the vocabulary's uniqueItems says so
    const found = `${inBackticks(value)} stands in \`${first.bucket}\` and in \`${bucket}\``;
    return [{ at, found, expected: "one bucket for a value", example: example(value) }];
  });
}

function example(value: unknown): string {
  return `x-lro-status:\n  running: [${value}]   # the one that fits`;
}
