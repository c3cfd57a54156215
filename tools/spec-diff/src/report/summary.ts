import type { Comparison } from "../comparison.ts";
import { counted } from "../release/note.ts";
import type { Level } from "../rules/rule.ts";

const levels: readonly Level[] = ["major", "minor", "patch"];

/** `2 major, 1 patch`: how many changes of each level there are. */
export function countLevels({ changes }: Comparison): string {
  const counts = levels.flatMap((level) => {
    const count = changes.filter((change) => change.level === level).length;
    return count > 0 ? [`${count} ${level}`] : [];
  });
  return counts.join(", ") || "no change";
}

/** What the changes ask of the package. */
export function demand({ packageName, version, needed, level }: Comparison): string {
  if (version === undefined) return `a package of it ${needed ? `rises by ${needed}` : "need not rise"}`;
  if (needed === undefined) return `${packageName} ${version} need not rise`;
  const lowered =
    level === undefined || needed === level ? "" : ` (below 1.0.0, for what is ${level} after it)`;
  return `${packageName} ${version} rises by ${needed}${lowered}`;
}

/** `3 specs, 2 changes`. */
export function countAll(comparisons: readonly Comparison[]): string {
  const changes = comparisons.reduce((sum, comparison) => sum + comparison.changes.length, 0);
  return `${counted(comparisons.length, "spec")}, ${counted(changes, "change")}`;
}
