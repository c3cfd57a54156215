import { missingPoints } from "../../evidence/coverage-maps.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import { type Markup, markup } from "../markup.ts";
import { gatherMissing, type MissingGroup } from "./gather-missing.ts";

/** What is documented and nobody has shown, to be opened by whoever looks for it. */
export function missingEvidence(evidence: Evidence): Markup {
  const lists = missingPoints(evidence).map(([source, points]) => {
    if (points.length === 0) return undefined;
    const operations = Map.groupBy(points, ({ operation }) => operation);
    const groups = [...operations].map(
      ([operation, own]) => markup`<dt><code>${operation}</code>${gatherMissing(own).map(missingGroup)}\n`,
    );
    return markup`<details><summary>${points.length} points not seen, ${source}</summary><p class="faint">What is below one of them was not seen, either.</p><dl>
${groups}</dl></details>
`;
  });
  return markup`${lists}`;
}

function missingGroup({ label, names }: MissingGroup): Markup {
  return markup`<dd>${label} <code>${names.join(", ")}</code>`;
}
