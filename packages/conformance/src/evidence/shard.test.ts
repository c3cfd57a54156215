import { describe, expect, test } from "vitest";
import { document as fixture } from "../../test/acme-jobs.ts";
import { documents } from "../../test/providers.ts";
import { planCases } from "../run/plan-cases.ts";
import { parseShard, shardOf } from "./shard.ts";

test.each([
  { given: "1/1", want: { index: 1, of: 1 } },
  { given: "2/3", want: { index: 2, of: 3 } },
  ...["0/3", "4/3", "1/0", "1", "a/b", "1/2/3", "-1/2", ""].map((given) => ({ given, want: undefined })),
])("$given", ({ given, want }) => {
  expect(parseShard(given)).toEqual(want);
});

describe.each(
  [fixture, ...documents].map((document) => ({ name: document.source.split("/").at(-2), document })),
)("$name", ({ document }) => {
  const plan = planCases(document, { targetKind: "sandbox" });
  const operationOf = ({ testCase }: (typeof plan)[number]) => testCase.operation.id;
  const sizes = [...Map.groupBy(plan, operationOf).values()].map(({ length }) => length);

  test.each([1, 2, 3, 4, 5, 6, 7])("of %i", (of) => {
    const shards = Array.from({ length: of }, (_, at) => shardOf(plan, operationOf, { index: at + 1, of }));
    // Each case is in exactly one, and no order is changed.
    expect(shards.flat()).toHaveLength(plan.length);
    expect(new Set(shards.flat())).toEqual(new Set(plan));
    for (const shard of shards) expect(shard).toEqual(plan.filter((planned) => shard.includes(planned)));
    const homes = shards.map((shard) => new Set(shard.map(operationOf)).size);
    expect(homes.reduce((sum, count) => sum + count, 0)).toBe(sizes.length);
    const counts = shards.map(({ length }) => length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(Math.max(...sizes));
    expect(shards).toEqual(shards.map((_, at) => shardOf(plan, operationOf, { index: at + 1, of })));
  });
});
