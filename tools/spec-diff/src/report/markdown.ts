import { printTable } from "codegen/src/print/table.ts";
import type { Change } from "../compare/change.ts";
import type { Comparison } from "../comparison.ts";
import { counted, inOperations } from "../release/note.ts";
import { countLevels, demand } from "./summary.ts";
import { valueText } from "./value-text.ts";

/** For a pull request: a table for each spec that changed, words folded away. */
export function formatMarkdown(comparisons: readonly Comparison[]): string {
  const changed = comparisons.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return "No spec changed.";
  return changed.map(section).join("\n\n");
}

function section(comparison: Comparison): string {
  const { provider, from, to, changes } = comparison;
  const noticed = changes.filter(({ level }) => level !== "patch");
  const words = changes.filter(({ level }) => level === "patch");
  return [
    `### \`${provider}\`: ${countLevels(comparison)}`,
    `From ${from} to ${to}. ${demand(comparison)}.`,
    ...(noticed.length > 0 ? [table(noticed)] : []),
    ...(words.length > 0 ? [folded(words)] : []),
  ].join("\n\n");
}

function table(changes: readonly Change[]): string {
  return printTable(["level", "breaks", "change", "before", "after", "so"], changes.map(row));
}

function row({ level, breaks, says, operations, pointer, before, after, teaches, seen }: Change): string[] {
  const where = seen === "documented" ? "" : ` (${seen})`;
  return [
    breaks === "nobody" ? level : `**${level}**`,
    breaks,
    `${says}${inOperations(operations, says)}${where}<br>${code(pointer)}`,
    before === undefined ? "" : code(valueText(before, 60)),
    after === undefined ? "" : code(valueText(after, 60)),
    teaches,
  ];
}

function folded(words: readonly Change[]): string {
  const lines = words.map(({ says, pointer }) => `- ${says} ${code(pointer)}`);
  const summary = `${counted(words.length, "change")} of words and samples`;
  return `<details><summary>${summary}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
