import { type Markup, markup } from "../markup.ts";
import { type Report, VERDICTS } from "../report.ts";

/** The form that the page's script filters by; without the script there is nothing to fill in. */
export function filters(reports: readonly Report[]): Markup {
  const entries = reports.flatMap(({ checks }) => checks);
  const operations = [...new Set(entries.map(({ operation }) => operation))].sort();
  const checks = [...new Set(entries.map(({ check }) => check))];
  const found = VERDICTS.filter((verdict) => entries.some((entry) => entry.verdict === verdict));
  return markup`<form id="filters" role="search" aria-label="Filter the findings" tabindex="-1" hidden>
<label>Search<input type="search" name="text" placeholder="any words" autocomplete="off"></label>
${
  reports.length > 1
    ? choice(
        "provider",
        "Provider",
        reports.map(({ provider }) => provider),
      )
    : ""
}${choice("operation", "Operation", operations)}${choice("check", "Check", checks)}
<fieldset><legend class="unseen">Verdicts</legend>${found.map(
    (verdict) =>
      markup`<label><input type="checkbox" name="verdict" value="${verdict}" checked> <span class="verdict ${verdict}">${entries.filter((entry) => entry.verdict === verdict).length} ${verdict}</span></label>`,
  )}</fieldset>
<button type="reset">Show all</button>
<output id="shown" aria-live="polite"></output>
</form>
<noscript><p class="faint">Without JavaScript the findings cannot be filtered; they are all below.</p></noscript>
`;
}

function choice(name: string, label: string, values: readonly string[]): Markup {
  return markup`<label>${label}<select name="${name}"><option value="">all</option>${values.map(
    (value) => markup`<option>${value}</option>`,
  )}</select></label>`;
}
