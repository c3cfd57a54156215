import type { RootContent } from "mdast";
import type { Row } from "./format-pretty.ts";
import { code, heading, list, paragraph, strong, table, write } from "./markdown.ts";
import { leniencyOf, unprovedBy, VERDICTS } from "./report.ts";

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
  const unproved = rows.flatMap(({ report }) =>
    unprovedBy(report).map((why) =>
      paragraph(strong("Nothing was proved"), ` of ${report.provider}: ${why}`),
    ),
  );
  const lenient = rows.flatMap(({ report }) =>
    leniencyOf(report).map((how) => paragraph(strong("Lenient"), ` of ${report.provider}: ${how}`)),
  );
  const content: RootContent[] = [
    heading(2, unproved.length > 0 ? "Contracts not proved" : "Contracts kept"),
    ...unproved,
    ...lenient,
    table([
      ["provider", ...VERDICTS],
      ...rows.map(({ report }) => [
        report.provider,
        ...VERDICTS.map((verdict) => String(report.verdicts[verdict])),
      ]),
    ]),
    ...(told.length > 0 ? [list(told)] : []),
    ...(rest > 0 ? [paragraph(`And ${rest} more.`)] : []),
  ];
  return write(content);
}
