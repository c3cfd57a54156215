import type { Comparison } from "../comparison.ts";
import { type Changeset, coverOf } from "./changesets.ts";
import { isAtLeast } from "./level.ts";
import { inOperations } from "./note.ts";

/** Why the changes of a spec are not covered by the changesets that wait; `undefined` if they are. */
export function checkChangeset(
  { provider, packageName, changes, isSharedChanged, needed, from, note }: Comparison,
  pending: readonly Changeset[],
): string | undefined {
  const cover = coverOf(pending, packageName);
  if (needed === undefined || isAtLeast(cover?.level, needed)) return undefined;
  const [first, ...others] = changes;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  const changed = first
    ? `${first.says}${inOperations(first.operations, first.says)}${more}`
    : "packages/runtime, which each client holds a part of";
  const subject = isSharedChanged && !first ? `what ${packageName} is built of` : `specs/${provider}`;
  const what = note === undefined ? `changed since ${from}` : "is new";
  return [
    `${subject} ${what}, and ${cover ? "its changeset is too low" : "no changeset says so"}`,
    `  changed:  ${note ?? changed}`,
    `  expected: a changeset that raises ${packageName} by ${needed} at least`,
    `  received: ${cover ? `${cover.level}, in ${cover.file}` : "none"}`,
    "  to mend:  `pnpm spec-diff --changeset` writes a draft; read it, and say it better",
  ].join("\n");
}
