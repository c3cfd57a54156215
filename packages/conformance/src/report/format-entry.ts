import { styleText } from "node:util";
import { wrapLine } from "../wrap-line.ts";
import type { Report, ReportEntry } from "./report.ts";
import { findersOf, oftenSeen } from "./sightings.ts";
import { coloured } from "./verdict-colours.ts";

/**
 * A finding in three lines, and how to ask again.
 *
 * @param width columns of the terminal; without it, no line is broken, and a command line never is
 */
export function formatEntry(
  { provider, ...report }: Pick<Report, "provider" | "runs">,
  entry: ReportEntry,
  width: number = Number.POSITIVE_INFINITY,
): string {
  const { check, operation, case: name, verdict, expected, received, curl } = entry;
  const often = oftenSeen(entry);
  const finders = findersOf(report, entry);
  const line = (title: string, text: string) =>
    wrapLine(`  ${title.padEnd(8)}  ${text}`, " ".repeat(12), width);
  const title = `${coloured(verdict, verdict)} ${styleText("bold", check)} ${provider} ${operation} ${name}`;
  return [
    ...wrapLine(often ? `${title}${styleText("dim", ` ${often}`)}` : title, "  ", width),
    ...line("expected", expected),
    ...line("received", received),
    ...(finders === undefined ? [] : line("seen by", finders)),
    ...(curl === "" ? [] : [`  ${styleText("dim", curl)}`]),
  ].join("\n");
}
