import stringWidth from "fast-string-width";

/**
 * As many words on a line as there is room for; colours take none.
 *
 * @param width in cells of a terminal, of which some characters take two, and some none
 * @param indent stands before all lines but the first, which has as much before its words
 */
export function wrapLine(text: string, indent: string, width: number): string[] {
  if (width === Number.POSITIVE_INFINITY || stringWidth(text) <= width) return [text];
  const [, lead = "", words = ""] = new RegExp(`^(.{0,${indent.length}})(.*)$`, "s").exec(text) ?? [];
  const lines: string[] = [];
  let line = lead;
  for (const [index, word] of words.split(" ").entries()) {
    const longer = index === 0 ? `${line}${word}` : `${line} ${word}`;
    // A word that is longer than a line cannot be helped.
    if (stringWidth(longer) <= width || line === lead || line === indent) line = longer;
    else {
      lines.push(line.trimEnd());
      line = `${indent}${word}`;
    }
  }
  return [...lines, line];
}
