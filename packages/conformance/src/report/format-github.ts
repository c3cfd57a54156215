import { relative, resolve, sep } from "node:path";
import { remarksOf } from "./remarks.ts";
import type { Report, ReportEntry, Verdict } from "./report.ts";
import type { Row } from "./row.ts";
import { sightingLines } from "./sightings.ts";

/** GitHub shows ten annotations of a kind for a step, and drops the rest without a word. */
const SHOWN = 10;

const LEVELS: Partial<Record<Verdict, "error" | "warning" | "notice">> = {
  fail: "error",
  error: "error",
  vacuous: "warning",
  erratum: "notice",
};

/**
 * Workflow commands that annotate the line of the document which was not kept: failures as errors, what proves
 * nothing as warnings, known deviations as notices, one for each.
 */
export function formatGithub(rows: readonly Row[]): string {
  const all = rows.flatMap(({ report }) => annotationsOf(report));
  const lines = ["error", "warning", "notice"].flatMap((level) => {
    const own = all.filter((annotation) => annotation.level === level);
    const rest = own.length - SHOWN;
    // The last one that is shown says how many are not.
    return own.map((annotation, index) =>
      rest > 0 && index === SHOWN - 1
        ? command(annotation, `${annotation.message}\n\n(and ${rest} more ${level}s)`)
        : command(annotation, annotation.message),
    );
  });
  const remarks = rows.flatMap((row) =>
    remarksOf(row).map(({ isError, title, text }) => {
      const about = escapeProperty(`${row.report.provider}: ${title}`);
      return `::${isError ? "error" : "notice"} title=${about}::${escapeData(text)}`;
    }),
  );
  return [...remarks, ...lines].map((line) => `${line}\n`).join("");
}

interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly report: Report;
  readonly entry: ReportEntry;
  readonly title: string;
  readonly message: string;
}

function annotationsOf(report: Report): Annotation[] {
  const named = new Set<string>();
  return report.checks.flatMap((entry): Annotation[] => {
    const level = LEVELS[entry.verdict];
    if (!level) return [];
    const names = (entry.errata ?? []).join(" + ");
    if (level === "notice" && named.has(names)) return [];
    named.add(names);
    const { check, operation, case: name, expected, received, curl } = entry;
    const title =
      level === "notice"
        ? `${report.provider}: known deviation ${names}`
        : `${report.provider} ${operation} ${name}: ${check}`;
    const seen = sightingLines(report, entry);
    const lines = [`expected ${expected}`, `received ${received}`, ...seen, ...(curl ? [curl] : [])];
    const message = lines.join("\n");
    return [{ level, report, entry, title, message }];
  });
}

function command({ level, report, entry, title }: Annotation, message: string): string {
  const place = report.document !== undefined && {
    file: fileOf(report.document),
    ...(entry.source && { line: entry.source.line, col: entry.source.column }),
  };
  const properties = Object.entries({ ...place, title }).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

// GitHub knows files by their path in the repository.
function fileOf(path: string): string {
  const root = process.env.GITHUB_WORKSPACE;
  if (!root) return path;
  const inside = relative(root, resolve(path));
  return inside.startsWith("..") ? path : inside.split(sep).join("/");
}

// GitHub Docs, "Workflow commands"; actions/toolkit, packages/core/src/command.ts.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
