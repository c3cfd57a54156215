import type { CoverageCell, CoverageMap } from "./coverage-map.ts";
import { type Evidence, type EvidencePoint, nameOfSource, POINT_KINDS, type PointKind } from "./evidence.ts";

const PLURALS: Readonly<Record<PointKind, string>> = {
  operation: "operations",
  status: "statuses",
  "media-type": "media types",
  field: "fields",
  value: "values",
  code: "codes",
  state: "states",
};

/** A view of evidence: what one source showed, or all tenants of a kind together. */
interface View {
  readonly name: string;
  readonly isSeen: (point: EvidencePoint) => boolean;
}

/** A table for each source: operations by kinds of points; where there are several tenants, one of all of them first. */
export function coverageMaps(evidence: Evidence): CoverageMap[] {
  const operations = Map.groupBy(evidence.points, ({ operation }) => operation);
  return viewsOf(evidence).map((view) => ({
    title: `What is documented and was seen, ${view.name}`,
    columns: POINT_KINDS.map((kind) => PLURALS[kind]),
    rows: [["all", evidence.points] as const, ...operations].map(([name, points]) => ({
      name,
      cells: POINT_KINDS.map((kind) => cellOf(points, kind, view)),
    })),
  }));
}

/** The same of all operations, as lines: `coverage acme-jobs, sandbox: operations 8/8, statuses 20/21, …`. */
export function formatCoverage(provider: string, evidence: Evidence): string[] {
  return viewsOf(evidence).map((view) => {
    const counts = POINT_KINDS.flatMap((kind) => {
      const cell = cellOf(evidence.points, kind, view);
      return cell ? `${PLURALS[kind]} ${cell.seen}/${cell.of}` : [];
    });
    return `coverage ${provider}, ${view.name}: ${counts.join(", ")}`;
  });
}

/** What nobody showed, a line for each source and point, its parts separated by tabs. */
export function formatMissing(provider: string, evidence: Evidence): string[] {
  return viewsOf(evidence).flatMap((view) =>
    missingOf(evidence.points, view).map(({ operation, kind, name }) =>
      ["missing", provider, view.name, operation, kind, name].join("\t"),
    ),
  );
}

/** The points that a source has not shown, by the source's name. */
export function missingPoints(evidence: Evidence): [source: string, points: EvidencePoint[]][] {
  return viewsOf(evidence).map((view) => [view.name, missingOf(evidence.points, view)]);
}

function missingOf(points: readonly EvidencePoint[], { isSeen }: View): EvidencePoint[] {
  return points.filter((point) => !isSeen(point));
}

function viewsOf({ sources }: Evidence): View[] {
  const kinds = Map.groupBy(sources.entries(), ([, { kind }]) => kind);
  return [...kinds].flatMap(([kind, own]) => {
    const each = own.map(([index, source]) => ({
      name: nameOfSource(source),
      isSeen: ({ seen }: EvidencePoint) => seen.includes(index),
    }));
    if (own.length === 1) return each;
    const isSeen = (point: EvidencePoint) => each.some((view) => view.isSeen(point));
    return [{ name: `${kind}, all ${own.length} tenants`, isSeen }, ...each];
  });
}

function cellOf(all: readonly EvidencePoint[], kind: PointKind, { isSeen }: View): CoverageCell | null {
  const points = all.filter((point) => point.kind === kind);
  return points.length === 0 ? null : { seen: points.filter(isSeen).length, of: points.length };
}
