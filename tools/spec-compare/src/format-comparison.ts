import type { Comparison } from "./compare.ts";

/** The comparison as text: what was compared, then a line per difference, grouped by operation. */
export function formatComparison({ compared, onlyOurs, onlyTheirs, facts, differences }: Comparison): string {
  const groups = Map.groupBy(differences, ({ operation }) => operation);
  const lines = [...groups].flatMap(([operation, rows]) => [
    operation,
    ...rows.map(({ place, about, ours, theirs }) => `  ${place}: ${about}: ours ${ours}, theirs ${theirs}`),
  ]);
  const kinds = [...Map.groupBy(differences, ({ about }) => about)].map(
    ([about, rows]) => `${rows.length} ${about}`,
  );
  return [
    ...lines,
    `${compared.length} operations compared, ${facts} facts, ${differences.length} differences (${kinds.join(", ") || "none"})`,
    `only ours: ${onlyOurs.join(", ") || "none"}`,
    `only theirs: ${onlyTheirs.length}`,
  ].join("\n");
}
