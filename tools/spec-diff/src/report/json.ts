import type { Comparison } from "../comparison.ts";

/** For programs: `format` rises when a member changes its meaning or goes. */
export function formatJson(comparisons: readonly Comparison[]): string {
  const specs = comparisons.map(
    ({ provider, packageName, version, from, to, note, level, needed, changes }) => ({
      provider,
      package: packageName,
      version: version ?? null,
      from,
      to,
      note: note ?? null,
      level: level ?? null,
      needed: needed ?? null,
      changes: changes.map((change) => ({
        rule: change.rule,
        level: change.level,
        breaks: change.breaks,
        felt: change.felt,
        seen: change.seen,
        pointer: change.pointer,
        before: change.before ?? null,
        after: change.after ?? null,
        says: change.says,
        teaches: change.teaches,
        operations: change.operations,
      })),
    }),
  );
  return JSON.stringify({ format: 1, specs }, undefined, 2);
}
