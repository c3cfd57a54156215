import type { RootContent } from "mdast";
import { code, heading, list, paragraph, strong, table, write } from "./markdown.ts";
import { type Remark, remarksOf, sentence } from "./remarks.ts";
import { VERDICTS } from "./report.ts";
import type { Row } from "./row.ts";

/** What of the findings is told; the dossier has all of them. */
const SHOWN = 50;

/** The step summary of a workflow run: a row for each provider, then what is not green. */
export function formatSummary(rows: readonly Row[]): string {
  const findings = rows.flatMap(({ report }) =>
    report.checks
      .filter(({ verdict }) => verdict === "error" || verdict === "fail" || verdict === "vacuous")
      .map((entry) => ({ provider: report.provider, ...entry })),
  );
  const told = findings
    .slice(0, SHOWN)
    .map(({ provider, verdict, check, operation, case: name, ...entry }) => [
      strong(verdict),
      " ",
      code(check),
      ` ${provider} ${operation} ${name}: expected `,
      code(entry.expected),
      ", received ",
      code(entry.received),
    ]);
  const rest = findings.length - told.length;
  const remarks = rows.flatMap((row) =>
    remarksOf(row).map((remark) => ({ ...remark, provider: row.report.provider })),
  );
  const content: RootContent[] = [
    heading(2, titleOf(remarks, findings.length)),
    ...remarks.map(({ title, text, provider }) =>
      paragraph(strong(sentence(title)), ` of ${provider}: ${text}`),
    ),
    table([
      ["provider", ...VERDICTS],
      ...rows.map(({ report }) => [
        report.provider,
        ...VERDICTS.map((verdict) => String(report.verdicts[verdict])),
      ]),
    ]),
    ...(told.length > 0 ? [list(told)] : []),
    ...(rest > 0 ? [paragraph(`And ${rest} more; --reporter html=report.html has all of them.`)] : []),
  ];
  return write(content);
}

function titleOf(remarks: readonly Remark[], findings: number): string {
  if (remarks.some(({ kind }) => kind === "unproved")) return "Contracts not proved";
  if (findings > 0) return "Contracts not kept";
  return remarks.some(({ kind }) => kind === "idle") ? "Nothing was asked" : "Contracts kept";
}
