/** One measured figure, and what it should be at most. */
export interface Figure {
  readonly client: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: "kB" | "MiB" | "packages" | "files" | "×" | "µs" | "ms" | "instantiations";
  /** Absent where the figure is for the record alone. */
  readonly goal?: number;
}

/** A table for a terminal of 80 columns. Which figure misses its goal is said in words, not by colour alone. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ client, measure, value, unit, goal }) => [
    client,
    measure,
    `${print(value)} ${unit}`,
    goal === undefined ? "" : `≤ ${print(goal)}`,
    goal === undefined || value <= goal ? "" : "over",
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function pad(cell: string, width: number, column: number): string {
  return column === 2 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
}

function print(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2).replace(/\.?0+$/, "");
}
