import { styleText } from "node:util";
import Table from "cli-table3";
import { type Report, VERDICTS } from "./report.ts";
import type { Row } from "./row.ts";
import { coloured } from "./verdict-colours.ts";

const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** A row for each provider: how much was asked, and what came of it. */
export function formatTable(rows: readonly Row[]): string {
  const table = new Table({
    head: ["provider", "operations", "cases", "verdicts", "mutants", "time"].map((title) =>
      styleText("bold", title),
    ),
    colAligns: ["left", "right", "right", "left", "right", "right"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const { report, operations, cases, mutants, duration } of rows) {
    const caught = mutants ? `${mutants.caught}/${mutants.of}` : "–";
    const time = `${(duration / 1000).toFixed(1)} s`;
    table.push([report.provider, operations, cases, formatVerdicts(report), caught, time]);
  }
  return table.toString();
}

/** Those that there are, in their order: `40 fail, 1 error`. */
export function formatVerdicts({ verdicts }: Pick<Report, "verdicts">): string {
  const some = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  return some.map((verdict) => coloured(verdict, `${verdicts[verdict]} ${verdict}`)).join(", ") || "nothing";
}
