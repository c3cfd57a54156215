/** A TSDoc comment; nothing if there is nothing to say. Paragraphs are parted by an empty line. */
export function printDocComment(paragraphs: readonly (string | undefined)[], indent = ""): string {
  const text = paragraphs.filter((paragraph) => paragraph).join("\n\n");
  if (text === "") return "";
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */\n`].join(
    "\n",
  );
}
