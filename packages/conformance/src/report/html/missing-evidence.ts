import { missingPoints } from "../../evidence/coverage-maps.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import { type Markup, markup } from "../markup.ts";

/** What is documented and nobody has shown, to be opened by whoever looks for it. */
export function missingEvidence(evidence: Evidence): Markup {
  const lists = missingPoints(evidence).map(([source, points]) => {
    if (points.length === 0) return undefined;
    const operations = Map.groupBy(points, ({ operation }) => operation);
    const groups = [...operations].map(
      ([operation, own]) =>
        markup`<dt><code>${operation}</code></dt>${own.map(({ kind, name }) => markup`<dd>${kind} <code>${name}</code></dd>`)}\n`,
    );
    return markup`<details><summary>${points.length} points not seen, ${source}</summary><dl>
${groups}</dl></details>
`;
  });
  return markup`${lists}`;
}
