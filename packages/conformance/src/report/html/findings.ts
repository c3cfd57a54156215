import { type Markup, markup } from "../markup.ts";
import { outcomeText, requestText } from "../message-text.ts";
import type { Report, ReportCase, ReportEntry, Verdict } from "../report.ts";
import { sightingLines } from "../sightings.ts";
import type { CaseGroup } from "./case-groups.ts";

/** Of a body, in characters, where all is well or known: pages of some thousand checks stay small. */
const SHOWN: { readonly [verdict in Verdict]?: number } = { pass: 200, skip: 200, erratum: 500 };

/** Every finding of a report: what was expected beside what was received, by case, with its exchange. */
export function findingsTable(report: Report, groups: readonly CaseGroup[]): Markup {
  return markup`<table class="checks">
<caption>Findings of ${report.provider}, by operation and case</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Received</th></tr></thead>
${groups.map((group) => caseRows(report, group))}</table>
`;
}

function caseRows(report: Report, group: CaseGroup): Markup {
  const { id, operation, name, entries } = group;
  return markup`<tbody id=${id} tabindex=-1 data-provider="${report.provider}" data-operation="${operation}">
<tr class=case><th colspan=4 scope=rowgroup><code>${operation}</code> ${name}
${entries.map((entry) => findingRow(report, entry))}${exchangeRow(group)}`;
}

function findingRow(report: Report, entry: ReportEntry): Markup {
  const { verdict, check, expected, received, errata = [], source } = entry;
  const isNews = verdict !== "pass" && verdict !== "skip";
  const notes = [
    ...(isNews && source ? [`line ${source.line}`] : []),
    ...(errata.length > 0 ? [errata.join(" + ")] : []),
    ...(isNews ? sightingLines(report, entry) : []),
  ].map((note) => markup`<small>${note}</small>`);
  // Some thousand of these make a page: what HTML lets be left out is left out (end tags, quotes).
  return markup`<tr data-verdict=${verdict}><td><b class=${verdict}>${verdict}</b><th scope=row>${check}${notes}<td>${expected}<td>${received}
`;
}

function exchangeRow({ exchange, entries, worst }: CaseGroup): Markup | undefined {
  const limit = SHOWN[worst];
  // What was sent says the same; where all is well or known, nobody need ask again.
  const curl = limit !== undefined && exchange ? undefined : entries.find((entry) => entry.curl !== "")?.curl;
  if (!exchange && curl === undefined) return undefined;
  return markup`<tr class=exchange><td colspan=4><details><summary>What was sent and what came</summary>${
    exchange && messages(exchange, limit ?? Number.POSITIVE_INFINITY)
  }${curl && markup`<h3>To see it again</h3><pre>${curl}</pre>`}</details>
`;
}

function messages(exchange: ReportCase, limit: number): Markup {
  const time = exchange.duration === undefined ? "" : `, after ${Math.round(exchange.duration)} ms`;
  return markup`<div class=pair><div><h3>Sent</h3><pre>${requestText(exchange.request, limit)}</pre></div><div><h3>Came${time}</h3><pre>${outcomeText(exchange, limit)}</pre></div></div>`;
}
