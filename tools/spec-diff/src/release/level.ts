import type { Change } from "../compare/change.ts";
import type { Level } from "../rules/rule.ts";

const order: readonly Level[] = ["patch", "minor", "major"];

export function isAtLeast(level: Level | undefined, needed: Level | undefined): boolean {
  return rank(level) >= rank(needed);
}

/** The gravest level of some changes; `undefined` if there are none. */
export function gravest(changes: readonly Pick<Change, "level">[]): Level | undefined {
  return order.findLast((level) => changes.some((change) => change.level === level));
}

/**
 * By how much a package of some version has to rise. Below 1.0.0 every level is one lower: `^0.3.1` takes 0.3.2 and
 * not 0.4.0 (npm's caret), so there a break is a minor, and an addition a patch. This is the one place that says so.
 */
export function releaseLevel(level: Level | undefined, version: string): Level | undefined {
  if (level === undefined || !/^0\./.test(version)) return level;
  return level === "major" ? "minor" : "patch";
}

function rank(level: Level | undefined): number {
  return level === undefined ? -1 : order.indexOf(level);
}
