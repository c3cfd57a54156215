import type { Change } from "../compare/change.ts";
import type { Comparison } from "../comparison.ts";
import { counted } from "../release/note.ts";
import type { Level } from "../rules/rule.ts";
import { countAll, countLevels, demand } from "./summary.ts";
import { valueText } from "./value-text.ts";
import { labelled } from "./wrap.ts";

/** Colours a text, or leaves it alone where there is no terminal. */
export type Paint = (style: "bold" | "dim" | "red" | "yellow" | "green", text: string) => string;

/** For people: no line is longer than 80 columns. */
export function formatTerminal(comparisons: readonly Comparison[], paint: Paint): string {
  const blocks = comparisons.map((comparison) => formatComparison(comparison, paint));
  return [...blocks, countAll(comparisons)].join("\n\n");
}

function formatComparison(comparison: Comparison, paint: Paint): string {
  const { provider, from, to, note, changes, isSharedChanged } = comparison;
  if (note !== undefined) return `${paint("bold", provider)}  ${note}`;
  const head = `${paint("bold", provider)}  ${from} -> ${to}: ${countLevels(comparison)}`;
  if (changes.length === 0 && !isSharedChanged) return head;
  const words = changes.filter(({ level }) => level === "patch");
  const left = words.length - fewWords;
  return [
    [
      head,
      ...(isSharedChanged ? labelled("shared", "packages/runtime changed") : []),
      ...labelled("package", demand(comparison)),
    ].join("\n"),
    ...changes.filter(({ level }) => level !== "patch").map((change) => formatChange(change, paint)),
    ...words.slice(0, fewWords).map((change) => formatWords(change, paint)),
    ...(left > 0
      ? [`  and ${counted(left, "more patch").replace(/hs$/, "hes")}: --format json has them all`]
      : []),
  ].join("\n\n");
}

const fewWords = 5;

function formatChange(change: Change, paint: Paint): string {
  const { rule, level, breaks, says, pointer, before, after, operations, teaches, seen } = change;
  const whom = breaks === "nobody" ? "breaks nobody" : `breaks ${breaks}`;
  return [
    `${paint(colours[level], level)}  ${whom}  ${paint("dim", rule)}`,
    ...labelled("what", says),
    ...labelled("at", pointer),
    ...(before === undefined ? [] : labelled("before", valueText(before))),
    ...(after === undefined ? [] : labelled("after", valueText(after))),
    ...(operations.length > 0 ? labelled("touches", operations.join(", ")) : []),
    ...(seen === "documented" ? [] : labelled("seen", seen)),
    ...labelled("so", teaches),
  ].join("\n");
}

function formatWords({ rule, says, pointer }: Change, paint: Paint): string {
  return [`${paint("dim", `patch  ${rule}`)}`, ...labelled("what", says), ...labelled("at", pointer)].join(
    "\n",
  );
}

const colours: Readonly<Record<Level, "red" | "yellow" | "green">> = {
  major: "red",
  minor: "yellow",
  patch: "green",
};
