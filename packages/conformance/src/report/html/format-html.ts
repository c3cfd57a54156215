import { createHash } from "node:crypto";
import { type Markup, markup } from "../markup.ts";
import { remarksOf, sentence } from "../remarks.ts";
import { type Report, VERDICTS, type Verdict } from "../report.ts";
import type { Row } from "../row.ts";
import { type CaseGroup, caseGroups } from "./case-groups.ts";
import { filterFindings } from "./filter-findings.ts";
import { filters } from "./filters.ts";
import { findingsTable } from "./findings.ts";
import { coverageMap, operationMap } from "./heat-map.ts";
import { missingEvidence } from "./missing-evidence.ts";
import { STYLES } from "./styles.ts";

// Nobody reads it there: without what sets its lines in, the page is smaller.
const SCRIPT = `(${filterFindings})();`.replace(/\n\s*/g, "\n");

/**
 * One page that needs nothing else: it can be read without its script, from a disk, and by a screen reader. Only its
 * own style and its own script may run in it, and nothing may be loaded.
 */
export function formatHtml(rows: readonly Row[]): string {
  const reports = rows.map((row, index) => {
    return { row, report: row.report, groups: caseGroups(row.report, `c${index + 1}`) };
  });
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(STYLES)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = reports.length === 1 ? `Contract of ${reports[0]?.report.provider}` : "Contracts";
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} – ${verdict(rows)}</title>
<style>${raw(STYLES)}</style>
</head>
<body>
<a class="skip-link" href="#findings">Skip to the findings</a>
<header><h1>${title}</h1></header>
<main>
${reports.map(({ row, groups }, index) => overview(row, groups, `p${index + 1}`, reports.length === 1))}
<h2 id="findings" tabindex="-1">Findings</h2>
${filters(reports.map(({ report }) => report))}
<p id="nothing" hidden>Nothing is as asked for. <a href="#filters">Change the filters.</a></p>
${reports.map(
  ({ report, groups }) =>
    markup`<section class="findings" aria-label="Findings of ${report.provider}">${findingsTable(report, groups)}</section>\n`,
)}</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.markup;
}

function overview(row: Row, groups: readonly CaseGroup[], id: string, isOnly: boolean): Markup {
  const { report } = row;
  const {
    provider,
    target,
    startedAt,
    document,
    documentation,
    errata = {},
    coverage = [],
    evidence,
  } = report;
  const page = documentation && /^https?:\/\//i.test(documentation.url) ? documentation : undefined;
  const known = Object.entries(errata);
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}"${isOnly ? markup` class="unseen"` : ""}>${provider}</h2>
<p class="facts">${target}, asked at <time datetime="${startedAt}">${startedAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")}</time>${document !== undefined ? `, held against ${document}` : ""}${page && markup`, documented at <a href="${page.url}" rel="noreferrer">${page.description ?? page.url}</a>`}</p>
${remarksOf(row).map(({ kind, title, text }) => markup`<p class="${kind}">${sentence(title)}: ${text}</p>\n`)}${tallyOf(report, groups)}
${operationMap(report, groups)}${coverage.map((map) => coverageMap(report, map))}${evidence && missingEvidence(evidence)}${
  known.length > 0
    ? markup`<details><summary>${known.length} known deviations, and what they rest on</summary><dl>${known.map(
        ([name, evidence]) => markup`<dt><code>${name}</code></dt><dd>${evidence}</dd>`,
      )}</dl></details>`
    : ""
}
</section>
`;
}

/** How often there is each verdict; it leads to the first case that has it. */
function tallyOf({ verdicts }: Report, groups: readonly CaseGroup[]): Markup {
  const some = VERDICTS.filter((one) => verdicts[one] > 0);
  const items = some.map((one) => {
    const first = groups.find(({ entries }) => entries.some(({ verdict }) => verdict === one));
    return markup`<li><a class="verdict ${one}" href="#${first?.id}">${verdicts[one]} ${one}</a></li>`;
  });
  return markup`<ul class="tally" aria-label="Verdicts">${items}</ul>`;
}

function verdict(rows: readonly Row[]): string {
  const worst: Verdict[] = ["error", "fail", "vacuous"];
  const count = rows.reduce(
    (sum, { report: { verdicts } }) => sum + worst.reduce((own, one) => own + verdicts[one], 0),
    0,
  );
  const remarks = rows.flatMap(remarksOf);
  const error = remarks.find(({ isError }) => isError);
  // In the title there is room for what it comes to alone: not authorised, unreachable.
  if (error?.kind === "unproved") return error.text.split(":")[0] ?? error.text;
  if (count > 0) return count === 1 ? "1 finding" : `${count} findings`;
  return (error ?? remarks.find(({ kind }) => kind === "idle"))?.title ?? "kept";
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Our own style and script, which hold nothing from outside. */
function raw(text: string): Markup {
  return { markup: text };
}
