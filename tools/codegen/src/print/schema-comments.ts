/** The comments that openapi-typescript writes, as a reader wants them. */
export function tidyComments(source: string): string {
  return source.replaceAll(/^(\t*)\/\*\*(?:.*?)\*\/\n/gms, (comment, indent: string) => {
    const lines = linesOf(comment, indent);
    if (lines.length === 0) return "";
    const [only] = lines.length === 1 ? lines : [];
    if (only !== undefined) return `${indent}/** ${only} */\n`;
    return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */\n`].join(
      "\n",
    );
  });
}

/** What the type says already, and how wide a number is. */
const TOLD = /^@enum \{\w+\}$|^Format: (?:int\d+|float|double)$/;

/** What a comment says: what it is about comes first, its format after that; the type says that it is an enum. */
function linesOf(comment: string, indent: string): string[] {
  const lines = comment
    .slice(indent.length + "/**".length, -"*/\n".length)
    .split("\n")
    // All lines of a text but the first are indented by four more: after an empty one, editors would show that as code.
    .map((line) =>
      line
        .replace(/^\t* \* {5}/, "")
        .replace(/^\t* \*(?: |$)/, "")
        .replace(/^ (?=\S)/, "")
        .trimEnd(),
    )
    .filter(isNoExample)
    .filter((line, index, all) => (line !== "" || (index > 0 && index < all.length - 1)) && !TOLD.test(line));
  const said = lines.findIndex((line) => line.startsWith("@description "));
  if (said === -1) return lines;
  // Everything up to the next tag is the description.
  const next = lines.findIndex((line, index) => index > said && /^@\w/.test(line));
  const end = next === -1 ? lines.length : next;
  const description = lines.slice(said, end);
  description[0] = description[0]?.slice("@description ".length) ?? "";
  // After a list, it would be a part of its last item.
  const apart = said > 0 && description.length > 1 ? [""] : [];
  return [...description, ...apart, ...lines.slice(0, said), ...lines.slice(end)];
}

/** One of many values takes more room than it tells. It goes on to the next tag. */
function isNoExample(_: string, index: number, lines: readonly string[]): boolean {
  const tag = lines.slice(0, index + 1).findLast((line) => /^@\w/.test(line));
  return !tag?.startsWith("@example");
}
