/** A line that must compile, and the same line with a mistake in it, which must not. */
export type Pair = readonly [right: string, wrong: string];

/** Lines of a function's body. A right line that several wrong ones go by stands once. */
export function printPairs(pairs: readonly Pair[]): string {
  const printed = new Set<string>();
  return pairs
    .map(([right, wrong]) => {
      const twin = printed.has(right) ? "" : `  ${right}\n`;
      printed.add(right);
      return `${twin}  // @ts-expect-error\n  ${wrong}\n`;
    })
    .join("");
}
