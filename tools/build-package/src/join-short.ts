const WIDTH = 140;

/** What stays on lines of its own, however short. */
const DECLARATION = /^\s*(export )?(declare )?(default )?(abstract )?(interface|class|namespace|enum)\b/;

/** Puts a type of few members on one line, `{ a: string; b: number }`, where TypeScript takes one for each. */
export function joinShort(declarations: string): string {
  const lines = declarations.split("\n");
  // From the last to the first, so that those within another are joined before it.
  for (let first = lines.length - 1; first >= 0; first--) {
    const head = lines[first] ?? "";
    if (!head.endsWith("{") || DECLARATION.test(head) || /^\s*[/*}]/.test(head)) continue;
    const end = lines.findIndex((line, at) => at > first && !isMember(line));
    const [tail = "", members] = [lines[end]?.trim(), lines.slice(first + 1, end)];
    // The parts of a union stand as they do in the others.
    if (!tail.startsWith("}") || /\{$/.test(tail) || members.length === 0) continue;
    const joined = `${head} ${members
      .map((line) => line.trim())
      .join(" ")
      .slice(0, -1)} ${tail}`;
    if (joined.length <= WIDTH) lines.splice(first, end - first + 1, joined);
  }
  return lines.join("\n");
}

/** A whole member, and no comment. */
function isMember(line: string): boolean {
  return line.endsWith(";") && !/^\s*[/*}]/.test(line) && line.split("{").length === line.split("}").length;
}
