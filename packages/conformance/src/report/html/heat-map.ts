import { type Markup, markup } from "../markup.ts";
import type { CoverageMap, Report, ReportEntry, Verdict } from "../report.ts";
import { type CaseGroup, worstOf } from "./case-groups.ts";

// Colours alone do not tell everybody apart what they mean.
const SIGNS: Record<Verdict, string> = {
  pass: "✓",
  skip: "–",
  erratum: "≈",
  vacuous: "○",
  fail: "✕",
  error: "!",
};

/** Operations by statuses: what was asked for, what came of it; a cell leads to its findings. */
export function operationMap(report: Report, groups: readonly CaseGroup[]): Markup {
  const asked = Map.groupBy(groups, ({ operation, status }) => `${operation} ${status}`);
  const operations =
    report.operations ??
    [...new Set(groups.map(({ operation }) => operation))].map((id) => ({
      id,
      statuses: groups.filter(({ operation }) => operation === id).map(({ status }) => status),
    }));
  const columns = [
    ...new Set([...operations.flatMap(({ statuses }) => statuses), ...groups.map(({ status }) => status)]),
  ].sort();
  const rows = operations.map((operation) => {
    const cells = columns.map((status) => {
      const own = asked.get(`${operation.id} ${status}`);
      if (own) return askedCell(operation.id, status, own);
      if (!operation.statuses.includes(status)) return markup`<td></td>`;
      return markup`<td><span class="cell unasked">–<span class="unseen"> ${status} is documented and was not asked for</span></span></td>`;
    });
    return markup`<tr><th scope="row">${nameOf(operation)}</th>${cells}</tr>\n`;
  });
  return tableOf("Operations by documented status: checks that passed, of all", columns, rows);
}

function askedCell(operation: string, status: string, groups: readonly CaseGroup[]): Markup {
  const all = groups.flatMap((group) => group.entries);
  // What was skipped makes a cell neither better nor worse, unless it is all there is.
  const judged = all.filter(({ verdict }) => verdict !== "skip");
  const entries = judged.length > 0 ? judged : all;
  const verdict = worstOf(entries);
  // It leads to the first case that is as bad as the cell looks.
  const target = groups.find(({ worst }) => worst === verdict) ?? groups[0];
  const good = entries.filter(isGood).length;
  const skipped = all.length - judged.length;
  const count =
    judged.length === 0
      ? String(skipped)
      : good === entries.length
        ? String(good)
        : `${good}/${entries.length}`;
  const label = `${operation} ${status}: ${good} of ${judged.length} checks pass; worst: ${verdict}${skipped > 0 ? `; ${skipped} skipped` : ""}`;
  return markup`<td><a class="cell ${verdict}" href="#${target?.id}" aria-label="${label}">${SIGNS[verdict]} ${count}</a></td>`;
}

function isGood({ verdict }: ReportEntry): boolean {
  return verdict === "pass";
}

type Named = Pick<NonNullable<Report["operations"]>[number], "id" | "documentation">;

function nameOf({ id, documentation }: Named): Markup {
  const name = markup`<code>${id}</code>`;
  const url = documentation?.url ?? "";
  return /^https?:\/\//i.test(url) ? markup`<a href="${url}" rel="noreferrer">${name}</a>` : name;
}

/** How much was seen, of anything: the darker, the more. */
export function coverageMap({ title, columns, rows }: CoverageMap): Markup {
  const lines = rows.map(({ name, cells }) => {
    const drawn = cells.map((cell) => {
      if (!cell) return markup`<td></td>`;
      const share = cell.of === 0 ? 0 : cell.seen / cell.of;
      const step = share === 0 ? 0 : Math.min(4, 1 + Math.floor(share * 3));
      const label = cell.label === undefined ? undefined : markup`<span class="unseen"> ${cell.label}</span>`;
      return markup`<td><span class="cell heat-${step}">${cell.seen}/${cell.of}${label}</span></td>`;
    });
    return markup`<tr><th scope="row"><code>${name}</code></th>${drawn}</tr>\n`;
  });
  return tableOf(title, columns, lines);
}

// What scrolls must be reachable for those who have no pointer.
function tableOf(title: string, columns: readonly string[], rows: readonly Markup[]): Markup {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  return markup`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="map">
<caption>${title}</caption>
<thead><tr><td></td>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;
}
