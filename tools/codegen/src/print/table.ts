/** A Markdown table. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const printRow = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [printRow(head), printRow(head.map(() => "---")), ...rows.map(printRow)].join("\n");
}

/** GFM §4.10: a pipe ends a cell, also within code. */
function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
