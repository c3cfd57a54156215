import { type Evidence, type EvidenceSource, nameOfSource } from "./evidence.ts";

/** What several runs, tenants or shards showed together. The order of their points is that of the first. */
export function mergeEvidence(all: readonly Evidence[]): Evidence {
  const sources = new Map<string, EvidenceSource>();
  for (const source of all.flatMap((one) => one.sources)) {
    sources.set(nameOfSource(source), sources.get(nameOfSource(source)) ?? source);
  }
  const names = [...sources.keys()].sort();
  const points = new Map<string, { point: Omit<Evidence["points"][number], "seen">; seen: Set<number> }>();
  for (const evidence of all) {
    const indices = evidence.sources.map((source) => names.indexOf(nameOfSource(source)));
    for (const { seen, ...point } of evidence.points) {
      const key = JSON.stringify([point.operation, point.kind, point.name]);
      const known = points.get(key) ?? { point, seen: new Set() };
      for (const index of seen) known.seen.add(indices[index] as number);
      points.set(key, known);
    }
  }
  return {
    version: 1,
    sources: names.map((name) => sources.get(name) as EvidenceSource),
    points: [...points.values()].map(({ point, seen }) => ({
      ...point,
      seen: [...seen].sort((a, b) => a - b),
    })),
  };
}
