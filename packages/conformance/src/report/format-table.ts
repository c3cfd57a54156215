import { styleText } from "node:util";
import Table from "cli-table3";
import stringWidth from "fast-string-width";
import { wrapLine } from "../wrap-line.ts";
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

/** A blank at which no line is broken. */
export const FIXED = "\u00A0";

/** Fewer cells than that for the verdicts are no column. */
const NARROWEST = 14;

/**
 * A row for each provider: how much was asked, and what came of it.
 *
 * @param width columns of the terminal: the verdicts are broken to fit, and where nothing fits, a row is a paragraph
 */
export function formatTable(rows: readonly Row[], width: number = Number.POSITIVE_INFINITY): string {
  const whole = drawTable(rows, Number.POSITIVE_INFINITY);
  const missing = widest(whole.split("\n")) - width;
  if (missing <= 0) return whole;
  const room = widest(rows.map(({ report }) => formatVerdicts(report))) - missing;
  return room >= NARROWEST ? drawTable(rows, room) : rows.map((row) => inWords(row, width)).join("\n");
}

function drawTable(rows: readonly Row[], room: number): string {
  const table = new Table({
    head: ["provider", "operations", "cases", "verdicts", "mutants", "time"].map((title) =>
      styleText("bold", title),
    ),
    colAligns: ["left", "right", "right", "left", "right", "right"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) {
    const { report, operations, cases } = row;
    const verdicts = together(wrapLine(apart(report), "", room)).join("\n");
    table.push([report.provider, operations, cases, verdicts, caughtOf(row) ?? "–", timeOf(row)]);
  }
  return table.toString().replace(/ +$/gm, "");
}

function inWords(row: Row, width: number): string {
  const { report, operations, cases } = row;
  const caught = caughtOf(row);
  const facts = [
    `${count(operations, "operation")}, ${count(cases, "case")}, ${timeOf(row).replace(" ", FIXED)}`,
    apart(report),
    ...(caught === undefined ? [] : [`mutants${FIXED}${caught}`]),
  ];
  const text = `${styleText("bold", report.provider)}: ${facts.join("; ")}`;
  return together(wrapLine(text, "  ", width)).join("\n");
}

function caughtOf({ mutants }: Row): string | undefined {
  return mutants && `${mutants.caught}/${mutants.of}`;
}

function count(number: number, what: string): string {
  return `${number}${FIXED}${what}${number === 1 ? "" : "s"}`;
}

function timeOf({ duration }: Row): string {
  return `${(duration / 1000).toFixed(1)} s`;
}

/** What is counted stands beside its count: no line is broken there. */
function apart(report: Report): string {
  return formatVerdicts(report).replace(/(\d) /g, `$1${FIXED}`);
}

function together(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll(FIXED, " "));
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => stringWidth(line)));
}

/** Those that there are, in their order: `40 fail, 1 error`. */
export function formatVerdicts({ verdicts }: Pick<Report, "verdicts">): string {
  const some = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  return some.map((verdict) => coloured(verdict, `${verdicts[verdict]} ${verdict}`)).join(", ") || "nothing";
}
