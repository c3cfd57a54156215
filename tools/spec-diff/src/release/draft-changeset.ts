import type { Comparison } from "../comparison.ts";
import type { Level } from "../rules/rule.ts";
import { type Changeset, coverOf } from "./changesets.ts";
import { isAtLeast } from "./level.ts";
import { noteLines } from "./note.ts";

/**
 * The changeset of a provider, as a first draft. One that is there already keeps its words: its level is raised if it
 * is too low, and what it does not tell yet is added at its end.
 *
 * @returns `undefined` if there is nothing to say, or it is all said
 */
export function draftChangeset(
  { provider, packageName, changes, isSharedChanged, needed, note }: Comparison,
  pending: readonly Changeset[],
): { readonly file: string; readonly text: string } | undefined {
  if (needed === undefined) return undefined;
  if (note !== undefined && coverOf(pending, packageName)) return undefined;
  const file = `.changeset/spec-${provider}.md`;
  const isTold = isAtLeast(coverOf(pending, packageName)?.level, "patch");
  const lines = [...noteLines(changes), ...(isSharedChanged && !isTold ? [SHARED] : [])];
  if (note === undefined && lines.length === 0) return undefined;
  const changed = changes.length > 0 ? `The spec of ${provider} changed.` : "No spec changed.";
  const title = note === undefined ? changed : "The first release.";
  const existing = pending.find((changeset) => changeset.file === file);
  const text = existing
    ? extend(existing, packageName, needed, lines)
    : `---\n"${packageName}": ${needed}\n---\n\n${[title, "", ...lines].join("\n").trimEnd()}\n`;
  return text === existing?.text ? undefined : { file, text };
}

const SHARED = "- What all clients share changed: say what of it a user sees.";

function extend(
  { text, levels }: Changeset,
  packageName: string,
  needed: Level,
  lines: readonly string[],
): string {
  const present = levels.get(packageName);
  const line = new RegExp(`^(["']?)${packageName.replaceAll("/", "\\/")}\\1: *\\w+$`, "m");
  const raised = isAtLeast(present, needed) ? text : text.replace(line, `"${packageName}": ${needed}`);
  const missing = lines.filter((one) => !raised.includes(one));
  return missing.length > 0 ? `${raised.trimEnd()}\n${missing.join("\n")}\n` : raised;
}
