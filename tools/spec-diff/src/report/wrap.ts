const WIDTH = 80;

/** A labelled text, no line of it longer than a terminal is wide. It breaks at spaces, and pointers before a slash. */
export function labelled(label: string, text: string): string[] {
  const indent = 11;
  const [first = "", ...more] = wrap(text, WIDTH - indent);
  return [`  ${label.padEnd(indent - 2)}${first}`, ...more.map((line) => " ".repeat(indent) + line)];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(/(?<= )|(?=\/)/).flatMap((piece) => cut(piece, width))) {
    if (line !== "" && (line + piece).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function cut(piece: string, width: number): string[] {
  return piece.match(new RegExp(`.{1,${width}}`, "gs")) ?? [];
}
