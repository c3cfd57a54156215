import type { BadInput } from "./bad-input.ts";
import type { LocatedFinding } from "./finding.ts";
import { toPointer } from "./json-pointer.ts";
import type { LintReport } from "./lint-specs.ts";

/** Colours a text, or leaves it alone where there is no terminal. */
export type Paint = (style: "bold" | "dim" | "red" | "yellow" | "green", text: string) => string;

/** The findings in the order of the files, then one line that counts them. */
export function formatReport(report: LintReport, paint: Paint): string {
  const blocks = report.findings.map((finding) => formatFinding(finding, paint));
  const notes = report.halted.map((file) =>
    paint("yellow", `${file}: mend its structure first; the rules of this project were not run on it.`),
  );
  const count = `${counted(report.specs, "spec")}, ${counted(report.findings.length, "finding")}`;
  const isClean = report.findings.length + report.broken.length === 0;
  return [...blocks, ...notes, paint(isClean ? "green" : "red", count)].join("\n\n");
}

/** What cannot be read, and what to do about it. */
export function formatBadInput({ message, hint }: BadInput): string {
  return `${message}\n  ${hint}`;
}

function formatFinding(finding: LocatedFinding, paint: Paint): string {
  const { file, line, column, rule } = finding;
  return [
    `${paint("bold", `${file}:${line}:${column}`)}  ${paint("red", rule)}`,
    field("at", toPointer(finding.at)),
    field("found", finding.found),
    field("expected", finding.expected),
    field("example", finding.example),
    paint("dim", field("why", finding.why)),
  ].join("\n");
}

function field(label: string, text: string): string {
  const [first = "", ...more] = text.split("\n");
  return [`  ${label.padEnd(10)}${first}`, ...more.map((line) => `${" ".repeat(12)}${line}`)].join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
