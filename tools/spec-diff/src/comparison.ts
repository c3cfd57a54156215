import type { Change } from "./compare/change.ts";
import { compareEditions } from "./compare/compare.ts";
import type { ClientPackage } from "./load/client-package.ts";
import type { Side } from "./load/sides.ts";
import { gravest, releaseLevel } from "./release/level.ts";
import type { Level } from "./rules/rule.ts";

/** What became of one spec between two versions, and what that asks of its package. */
export interface Comparison {
  readonly provider: string;
  readonly packageName: string;
  /** `undefined` of a file that belongs to no package. */
  readonly version: string | undefined;
  readonly from: string;
  readonly to: string;
  /** Why there is nothing to compare, if so. */
  readonly note: string | undefined;
  readonly changes: readonly Change[];
  /** Whether what all clients share, which each of them holds, has changed as well. */
  readonly isSharedChanged: boolean;
  /** The gravest of them. */
  readonly level: Level | undefined;
  /** By how much the package has to rise, at its version. */
  readonly needed: Level | undefined;
}

/** Judges the way from one version of a spec to another. */
export function createComparison(
  provider: string,
  { name, version }: { readonly name: string; readonly version?: string },
  {
    before,
    after,
    isSharedChanged = false,
  }: { readonly before: Side; readonly after: Side; readonly isSharedChanged?: boolean },
): Comparison {
  const changes = compareEditions({ before: before.edition, after: after.edition });
  const level = gravest(changes);
  return {
    provider,
    packageName: name,
    version,
    from: before.label,
    to: after.label,
    note: undefined,
    changes,
    isSharedChanged,
    level,
    // What a change of code breaks, no machine tells: that it is released at all is the least.
    needed: releaseLevel(level ?? (isSharedChanged ? "patch" : undefined), version ?? "1.0.0"),
  };
}

/**
 * A spec that has no version before: nothing of it breaks anybody.
 *
 * @param needed the level of its first release, if nothing was released yet: without one, it would be published as 0.0.0
 */
export function createNewcomer(
  provider: string,
  { name, version }: Pick<ClientPackage, "name" | "version">,
  note: string,
  needed?: Level,
): Comparison {
  const nothing = { changes: [], isSharedChanged: false, level: undefined, needed };
  return { provider, packageName: name, version, from: "nothing", to: "working tree", note, ...nothing };
}
