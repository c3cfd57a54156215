import type { RootContent } from "mdast";
import {
  block,
  code,
  heading,
  link,
  list,
  type Piece,
  paragraph,
  prose,
  strong,
  table,
  write,
} from "./markdown.ts";
import { outcomeText, requestText } from "./message-text.ts";
import { remarksOf, sentence } from "./remarks.ts";
import { type Report, type ReportEntry, type ReportOperation, VERDICTS, type Verdict } from "./report.ts";
import type { Row } from "./row.ts";
import { sightingLines } from "./sightings.ts";

/**
 * A dossier for each provider, to be sent to whoever runs the service or wrote its pages: for each operation, what
 * the page says, what was sent, what came, and a command line that shows it again.
 */
export function formatMarkdown(rows: readonly Row[]): string {
  return write(rows.flatMap(dossier));
}

const TELLING: readonly Verdict[] = ["error", "fail", "vacuous"];

function dossier(row: Row): RootContent[] {
  const { report } = row;
  const telling = report.checks.filter(({ verdict }) => TELLING.includes(verdict));
  const remarks = remarksOf(row);
  const operations = Map.groupBy(telling, ({ operation }) => operation);
  const known = report.checks.filter(({ verdict }) => verdict === "erratum");
  return [
    heading(1, `${report.provider}: what was documented, and what came`),
    ...facts(report),
    table([VERDICTS.map(String), VERDICTS.map((verdict) => String(report.verdicts[verdict]))]),
    ...remarks.map(({ title, text }) => paragraph(strong(sentence(title)), `: ${text}`)),
    ...(telling.length === 0 && !remarks.some(({ isError }) => isError)
      ? [paragraph("Nothing was found that is not known.")]
      : []),
    ...[...operations].flatMap(([operation, entries]) => operationSection(report, operation, entries)),
    ...(known.length > 0 ? [heading(2, "Known deviations"), ...knownSections(report, known)] : []),
    ...skips(report),
  ];
}

function facts({ target, startedAt, document, documentation }: Report): RootContent[] {
  const items: Piece[][] = [
    ["Service: ", code(target)],
    ["Asked: ", startedAt],
  ];
  if (documentation) items.push(["Documentation: ", link(documentation.url, documentation.description)]);
  if (document !== undefined) items.push(["Transcribed in: ", code(document)]);
  return [list(items)];
}

function operationSection(report: Report, id: string, entries: readonly ReportEntry[]): RootContent[] {
  const operation = report.operations?.find((one) => one.id === id);
  const cases = Map.groupBy(entries, (entry) => entry.case);
  return [
    heading(2, code(id), ...(operation ? [` ${operation.method} `, code(operation.path)] : [])),
    ...pages(report, operation),
    ...[...cases].flatMap(([name, own]) => [
      heading(3, situation(name)),
      ...own.flatMap((entry) => finding(report, entry)),
      ...exchange(report, id, name, own[0]?.curl ?? ""),
    ]),
  ];
}

/** Where the vendor says so. */
function pages({ documentation }: Report, operation: ReportOperation | undefined): RootContent[] {
  const page = operation?.documentation ?? documentation;
  const summary = operation?.summary === undefined ? [] : [paragraph(...prose(operation.summary))];
  if (!page) return summary;
  return [...summary, paragraph("The page: ", link(page.url, page.description))];
}

// `404 JobNotFound` is what was asked for; `without credentials` is how.
function situation(name: string): string {
  return /^\d/.test(name) ? `When asked for ${name}` : `When asked ${name}`;
}

function finding(report: Report, entry: ReportEntry): RootContent[] {
  const { document } = report;
  const { check, verdict, expected, received, source } = entry;
  const line = source && document !== undefined ? [", ", code(`${document}:${source.line}`)] : [];
  return [
    paragraph(strong(verdict), " ", code(check), ...line),
    list([
      ["Expected: ", code(expected)],
      ["Received: ", code(received)],
      ...sightingLines(report, entry).map((line) => [sentence(line)]),
    ]),
  ];
}

function exchange({ cases = [] }: Report, operation: string, name: string, curl: string): RootContent[] {
  const found = cases.find((one) => one.operation === operation && one.case === name);
  return [
    ...(found
      ? [
          paragraph("What was sent:"),
          block(requestText(found.request), "http"),
          paragraph("What came:"),
          block(outcomeText(found), "http"),
        ]
      : []),
    ...(curl ? [paragraph("To see it again:"), block(curl, "sh")] : []),
  ];
}

/** By their names, since many findings share one: the first shows it, the others are counted. */
function knownSections(report: Report, entries: readonly ReportEntry[]): RootContent[] {
  const named = Map.groupBy(entries, ({ errata = [] }) => errata.join(" + "));
  return [...named].flatMap(([name, own]) => {
    const [first] = own as [ReportEntry, ...ReportEntry[]];
    const evidence = (first.errata ?? []).flatMap((one) => report.errata?.[one] ?? []);
    const operation = report.operations?.find(({ id }) => id === first.operation);
    return [
      heading(3, name),
      ...evidence.map((text) => paragraph(...prose(text))),
      paragraph("Seen at ", code(`${first.operation} ${first.case}`), others(own)),
      ...pages(report, operation),
      ...finding(report, first),
      ...exchange(report, first.operation, first.case, first.curl),
    ];
  });
}

function others({ length }: readonly ReportEntry[]): string {
  return length > 1 ? `, and in ${length - 1} more findings.` : ".";
}

function skips({ checks }: Report): RootContent[] {
  const skipped = checks.filter(({ verdict }) => verdict === "skip");
  if (skipped.length === 0) return [];
  const reasons = Map.groupBy(skipped, ({ received }) => received);
  return [
    heading(2, "Not asked"),
    list([...reasons].map(([reason, entries]) => [`${entries.length} case(s): `, reason])),
  ];
}
