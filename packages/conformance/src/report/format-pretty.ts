import { styleText } from "node:util";
import { formatCoverage } from "../evidence/coverage-maps.ts";
import { wrapLine } from "../wrap-line.ts";
import { formatEntry } from "./format-entry.ts";
import { FIXED, formatTable, formatVerdicts } from "./format-table.ts";
import { idlenessOf, leniencyOf, NOT_AUTHORISED, unprovedBy } from "./remarks.ts";
import type { Report, ReportEntry, Verdict } from "./report.ts";
import type { Row } from "./row.ts";
import { tally } from "./tally.ts";
import { coloured } from "./verdict-colours.ts";

const TELLING: readonly Verdict[] = ["vacuous", "fail", "error"];

/** After so many findings, the table is out of sight. */
const SCREEN = 10;

/**
 * A row per provider, then whatever is not green, each with what was expected, received, and a curl line.
 *
 * @param width columns of the terminal; without it, no line is broken
 */
export function formatPretty(rows: readonly Row[], width: number = Number.POSITIVE_INFINITY): string {
  const wrapped = (block: string) =>
    block
      .split("\n")
      .flatMap((line) => wrapLine(line, "  ", width))
      .join("\n");
  const coverage = rows.flatMap(({ report: { provider, evidence } }) =>
    evidence ? formatCoverage(provider, evidence) : [],
  );
  const telling = rows.map(({ report }) => report.checks.filter(({ verdict }) => TELLING.includes(verdict)));
  return [
    formatTable(rows, width),
    ...rows.flatMap(({ report }) => formatUnproved(report)).map(wrapped),
    ...rows.flatMap(({ report }) => formatLeniency(report)).map(wrapped),
    ...(coverage.length > 0
      ? [coverage.map((line) => wrapped(keptTogether(line)).replaceAll(FIXED, " ")).join("\n")]
      : []),
    ...rows.flatMap(({ report }) => formatSkips(report)).map(wrapped),
    ...rows.flatMap(({ report }) => formatErrata(report)).map(wrapped),
    ...rows.flatMap(({ report }, at) => telling[at]?.map((entry) => formatEntry(report, entry, width)) ?? []),
    ...rows.flatMap(formatSurvivors).map(wrapped),
    ...formatEnd(telling.flat()).map(wrapped),
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

/** What is counted stands beside its count: `media types 53/90`. */
function keptTogether(coverage: string): string {
  return coverage.replace(/[a-z]+(?: [a-z]+)? \d+\/\d+/g, (count) => count.replaceAll(" ", FIXED));
}

/** In one line, for whoever reads a log. */
export function formatUnproved(report: Report): string[] {
  const where = `of ${report.provider} at ${report.target}`;
  const unproved = unprovedBy(report).map((why) => {
    const hint = why.startsWith(NOT_AUTHORISED) ? "; settled env says which credentials are set" : "";
    return `${styleText("red", "nothing was proved")} ${where}: ${why}${hint}`;
  });
  const idle = idlenessOf(report).map(
    (why) => `${styleText("yellow", "nothing was asked")} ${where}: ${why}`,
  );
  return [...unproved, ...idle];
}

function formatLeniency(report: Report): string[] {
  return leniencyOf(report).map((how) => `${styleText("yellow", "lenient")} ${report.provider}: ${how}`);
}

/** Known deviations by their name, since many findings share one. */
function formatErrata({ provider, checks }: Report): string[] {
  const known = checks.filter(({ verdict }) => verdict === "erratum");
  const named = Map.groupBy(known, ({ errata }) => (errata ?? []).join(" + "));
  return [...named].map(([name, [first, ...others]]) => {
    const more = others.length > 0 ? `, and ${others.length} more` : "";
    const where = `${first?.check} ${first?.operation} ${first?.case}${more}`;
    return `${coloured("erratum", "erratum")} ${provider} ${styleText("bold", name)}\n  ${where}`;
  });
}

/** What the judge itself missed, which is no finding about what is judged. */
function formatSurvivors({ report: { provider }, mutants }: Row): string[] {
  return (mutants?.survivors ?? []).map(({ mutant, operation, case: name }) =>
    [
      `${coloured("error", "survived")} ${styleText("bold", mutant)} ${provider} ${operation} ${name}`,
      "  a broken answer that no check saw: settled is at fault, and what is green here proves less than it should",
    ].join("\n"),
  );
}

/** Skips by their reason, since many share one. */
function formatSkips({ provider, checks }: Report): string[] {
  const skips = checks.filter(({ verdict }) => verdict === "skip");
  const reasons = Map.groupBy(skips, ({ received }) => received);
  return [...reasons].map(([reason, { length }]) => {
    const cases = length === 1 ? "1 case" : `${length} cases`;
    return `${coloured("skip", "skip")} ${provider}: ${cases}: ${reason}`;
  });
}

/** What many findings come to, where the reader is, and what shows them better. */
function formatEnd(telling: readonly ReportEntry[]): string[] {
  if (telling.length <= SCREEN) return [];
  const count = formatVerdicts({ verdicts: tally(telling) });
  return [`${count}, above; --reporter html=report.html has them by operation, to search and filter`];
}
