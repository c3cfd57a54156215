import { styleText } from "node:util";
import Table from "cli-table3";
import { formatCoverage } from "../evidence/coverage-maps.ts";
import { nameOfSource } from "../evidence/evidence.ts";
import {
  leniencyOf,
  type MergedRun,
  type Report,
  type ReportEntry,
  unprovedBy,
  VERDICTS,
  type Verdict,
} from "./report.ts";

/** What the table shows of a provider. */
export interface Row {
  readonly report: Report;
  readonly operations: number;
  readonly cases: number;
  /** Broken twins that were caught, of those that apply; absent where none were run. */
  readonly mutants?: {
    readonly caught: number;
    readonly of: number;
    /** Those that no check saw. */
    readonly survivors?: readonly Survivor[];
  };
  /** Milliseconds. */
  readonly duration: number;
}

/** A broken answer that no check saw: the judge's fault, and not that of what is judged. */
export interface Survivor {
  readonly mutant: string;
  readonly operation: string;
  readonly case: string;
}

const COLOURS: Record<Verdict, "green" | "gray" | "cyan" | "yellow" | "red" | "magenta"> = {
  pass: "green",
  skip: "gray",
  erratum: "cyan",
  vacuous: "yellow",
  fail: "red",
  error: "magenta",
};

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

/** A row per provider, then whatever is not green, each with what was expected, received, and a curl line. */
export function formatPretty(rows: readonly Row[]): string {
  const findings = rows.flatMap(({ report }) =>
    report.checks.filter(isTelling).map((entry) => formatEntry(report, entry)),
  );
  const skipped = rows.flatMap(({ report }) => formatSkips(report));
  const errata = rows.flatMap(({ report }) => formatErrata(report));
  const coverage = rows.flatMap(({ report: { provider, evidence } }) =>
    evidence ? formatCoverage(provider, evidence) : [],
  );
  const shown = coverage.length > 0 ? [coverage.join("\n")] : [];
  const unproved = rows.flatMap(({ report }) => formatUnproved(report));
  const lenient = rows.flatMap(({ report }) => formatLeniency(report));
  const survivors = rows.flatMap(formatSurvivors);
  return [
    formatTable(rows),
    ...unproved,
    ...lenient,
    ...shown,
    ...skipped,
    ...errata,
    ...findings,
    ...survivors,
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

function formatTable(rows: readonly Row[]): string {
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
    table.push([
      report.provider,
      operations,
      cases,
      formatVerdicts(report),
      caught,
      `${(duration / 1000).toFixed(1)} s`,
    ]);
  }
  return table.toString();
}

function formatVerdicts({ verdicts }: Report): string {
  const some = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  return (
    some.map((verdict) => styleText(COLOURS[verdict], `${verdicts[verdict]} ${verdict}`)).join(", ") ||
    "nothing"
  );
}

/** In one line, for whoever reads a log. */
export function formatUnproved(report: Report): string[] {
  return unprovedBy(report).map(
    (why) => `${styleText("red", "nothing was proved")} of ${report.provider} at ${report.target}: ${why}`,
  );
}

function formatLeniency(report: Report): string[] {
  return leniencyOf(report).map((how) => `${styleText("yellow", "lenient")} ${report.provider}: ${how}`);
}

function isTelling({ verdict }: ReportEntry): boolean {
  return verdict === "vacuous" || verdict === "fail" || verdict === "error";
}

/** A finding in three lines, and how to ask again. */
export function formatEntry(
  { provider, runs = [] }: Pick<Report, "provider" | "runs">,
  { check, operation, case: name, verdict, expected, received, curl, times, sources }: ReportEntry,
): string {
  const often = times === undefined ? "" : styleText("dim", ` ${times} times`);
  const finders = sources?.flatMap((index) => runs[index] ?? []);
  return [
    `${styleText(COLOURS[verdict], verdict)} ${styleText("bold", check)} ${provider} ${operation} ${name}${often}`,
    `  expected  ${expected}`,
    `  received  ${received}`,
    ...(finders ? [`  seen by   ${finders.map(nameOfRun).join(", ")}`] : []),
    ...(curl === "" ? [] : [`  ${styleText("dim", curl)}`]),
  ].join("\n");
}

function nameOfRun(run: MergedRun): string {
  return `${nameOfSource(run)} at ${run.target}, ${run.startedAt}`;
}

/** Known deviations by their name, since many findings share one. */
function formatErrata({ provider, checks }: Report): string[] {
  const known = checks.filter(({ verdict }) => verdict === "erratum");
  const named = Map.groupBy(known, ({ errata }) => (errata ?? []).join(" + "));
  return [...named].map(([name, [first, ...others]]) => {
    const more = others.length > 0 ? `, and ${others.length} more` : "";
    const where = `${first?.check} ${first?.operation} ${first?.case}${more}`;
    return `${styleText(COLOURS.erratum, "erratum")} ${provider} ${styleText("bold", name)}\n  ${where}`;
  });
}

/** What the judge itself missed, which is no finding about what is judged. */
function formatSurvivors({ report: { provider }, mutants }: Row): string[] {
  return (mutants?.survivors ?? []).map(({ mutant, operation, case: name }) =>
    [
      `${styleText(COLOURS.error, "survived")} ${styleText("bold", mutant)} ${provider} ${operation} ${name}`,
      "  a broken answer that no check saw: settled is at fault, and what is green here proves less than it should",
    ].join("\n"),
  );
}

/** Skips by their reason, since many share one. */
function formatSkips({ provider, checks }: Report): string[] {
  const reasons = Map.groupBy(
    checks.filter(({ verdict }) => verdict === "skip"),
    ({ received }) => received,
  );
  return [...reasons].map(
    ([reason, entries]) =>
      `${styleText(COLOURS.skip, "skip")} ${provider}: ${entries.length} case(s): ${reason}`,
  );
}
