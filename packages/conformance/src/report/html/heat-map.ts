import type { CoverageMap } from "../../evidence/coverage-map.ts";
import { type Markup, markup } from "../markup.ts";
import type { Report, ReportEntry, Verdict } from "../report.ts";
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
      if (!operation.statuses.includes(status)) return markup`<td>`;
      return markup`<td class=unasked>–`;
    });
    return markup`<tr><th scope=row>${nameOf(operation)}${cells}\n`;
  });
  return tableOf(
    report.provider,
    "Operations by documented status: checks that passed, of all; – was not asked for",
    columns,
    rows,
  );
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
  const text = `${SIGNS[verdict]} ${count}`;
  // WCAG 2.5.3: what is read out begins with what is seen.
  const label = `${text}: ${operation} ${status}, ${verdict}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return markup`<td><a class="cell ${verdict}" href=#${target?.id} aria-label="${label}">${text}</a>`;
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
export function coverageMap({ provider }: Report, { title, columns, rows }: CoverageMap): Markup {
  const lines = rows.map(({ name, cells }) => {
    const drawn = cells.map((cell) => {
      if (!cell) return markup`<td>`;
      const share = cell.of === 0 ? 0 : cell.seen / cell.of;
      const step = share === 0 ? 0 : Math.min(4, 1 + Math.floor(share * 3));
      const label = cell.label === undefined ? undefined : markup`<span class=unseen> ${cell.label}</span>`;
      return markup`<td class=heat-${step}>${cell.seen}/${cell.of}${label}`;
    });
    return markup`<tr><th scope=row><code>${name}</code>${drawn}\n`;
  });
  return tableOf(provider, title, columns, lines);
}

// What scrolls must be reachable for those who have no pointer.
function tableOf(
  provider: string,
  title: string,
  columns: readonly string[],
  rows: readonly Markup[],
): Markup {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  return markup`<div class="scroll" role="region" aria-label="${provider}: ${title}" tabindex="0"><table class="map">
<caption>${title}</caption>
<thead><tr><td></td>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;
}
