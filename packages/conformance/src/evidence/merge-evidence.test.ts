import { expect, test } from "vitest";
import { coverageMaps, formatCoverage, formatMissing } from "./coverage-maps.ts";
import type { Evidence, EvidenceSource } from "./evidence.ts";
import { mergeEvidence } from "./merge-evidence.ts";

const NAMES = ["200", "404"];

/** The evidence of one source that showed some statuses. */
function evidenceOf(source: EvidenceSource, ...shown: string[]): Evidence {
  const points = NAMES.map((name) => {
    return { operation: "getJob", kind: "status" as const, name, seen: shown.includes(name) ? [0] : [] };
  });
  return { version: 1, sources: [source], points };
}

const sandbox = { kind: "sandbox" } as const;
const north = { kind: "live", tenant: "north" } as const;
const south = { kind: "live", tenant: "south" } as const;
const all = [
  evidenceOf(sandbox, "200", "404"),
  evidenceOf(north, "200"),
  evidenceOf(south),
  evidenceOf(sandbox),
];

test("sources stay apart, and those of one name come together", () => {
  const merged = mergeEvidence(all);
  expect(merged.sources).toEqual([north, south, sandbox]);
  expect(merged.points.map(({ name, seen }) => [name, seen])).toEqual([
    ["200", [0, 2]],
    ["404", [2]],
  ]);
});

test("the order, and merging once more, make no difference", () => {
  const merged = mergeEvidence(all);
  expect(mergeEvidence(all.toReversed())).toEqual(merged);
  expect(mergeEvidence([merged, ...all, mergeEvidence(all.slice(1))])).toEqual(merged);
});

test("the tables tell of each source, and of all tenants of a kind together", () => {
  const merged = mergeEvidence([...all, evidenceOf(south, "404")]);
  const shown = coverageMaps(merged).map(({ title, rows }) => [
    title,
    rows.map(({ name, cells }) => [name, cells[1]]),
  ]);
  const rowsOf = (seen: number) => ["all", "getJob"].map((name) => [name, { seen, of: 2 }]);
  expect(shown).toEqual([
    ["What is documented and was seen, live, all 2 tenants", rowsOf(2)],
    ["What is documented and was seen, live north", rowsOf(1)],
    ["What is documented and was seen, live south", rowsOf(1)],
    ["What is documented and was seen, sandbox", rowsOf(2)],
  ]);
});

test("lines say how much, and what not", () => {
  const merged = mergeEvidence(all.slice(0, 2));
  expect(formatCoverage("acme-jobs", merged)).toEqual([
    "coverage acme-jobs, live north: statuses 1/2",
    "coverage acme-jobs, sandbox: statuses 2/2",
  ]);
  expect(formatMissing("acme-jobs", merged)).toEqual(["missing\tacme-jobs\tlive north\tgetJob\tstatus\t404"]);
});
