import type { Change } from "../compare/change.ts";

/** The draft of a release note: a line for each change that somebody may notice, and one for all words. */
export function noteLines(changes: readonly Change[]): string[] {
  const words = changes.filter(({ level }) => level === "patch").length;
  return [
    ...changes.filter(({ level }) => level !== "patch").map(noteLine),
    ...(words > 0 ? [`- ${counted(words, "change")} of words and samples.`] : []),
  ];
}

function noteLine({ says, teaches, breaks, operations }: Change): string {
  const what = `${capital(says)}${inOperations(operations, says)}.`;
  return breaks === "nobody" ? `- ${what}` : `- **Breaks ${breaks}**: ${what} ${teaches}`;
}

/** The operations that a change touches, the first few by name. */
export function inOperations(operations: readonly string[], says: string): string {
  const others = operations.filter((id) => !says.includes(`\`${id}\``));
  if (others.length === 0) return "";
  const named = others.slice(0, few).map((id) => `\`${id}\``);
  const more = others.length - named.length;
  return ` (${named.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}

const few = 3;

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
