import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Document, Operation } from "../document/document.ts";
import { isObject, type Json } from "../document/json.ts";
import { loadErrata } from "../document/load-errata.ts";
import { objectAt } from "../document/navigate.ts";
import { readPlaces } from "../document/read-places.ts";
import type { Documentation, Report, ReportEntry, ReportOperation, SourcePosition } from "./report.ts";
import { placeOf, sourcePointer } from "./source-pointer.ts";

const OVERLAY = "observed.overlay.yaml";

/** Says on which line of a document a thing stands. */
type Locate = (pointer: string) => SourcePosition | undefined;

/**
 * A report with what its document knows: what each operation is and where it is documented, on which line each
 * expectation stands, what is known of the deviations; and a lasting name for each finding.
 *
 * @param cwd what the document's path is told from
 */
export async function completeReport(
  report: Report,
  document: Document,
  cwd: string = process.cwd(),
): Promise<Report> {
  const isFile = existsSync(document.source);
  const locate = isFile ? await locator(document.source) : () => undefined;
  const names = identify(report);
  const sourceOf = rememberSources((entry) => {
    const pointer = sourcePointer(document, entry);
    return pointer === undefined ? undefined : locate(pointer);
  });
  const errata = await evidenceOf(report, document.source);
  return {
    ...report,
    checks: report.checks.map((entry, index) => complete(entry, names[index] ?? "", sourceOf)),
    ...(isFile && { document: pathFrom(cwd, document.source) }),
    ...documentationOf(document.root.externalDocs),
    operations: document.operations.map((operation) => describe(document, operation, locate)),
    ...(Object.keys(errata).length > 0 && { errata }),
  };
}

type SourceOf = (entry: ReportEntry) => SourcePosition | undefined;

function complete(entry: ReportEntry, id: string, sourceOf: SourceOf): ReportEntry {
  const at = placeOf(entry);
  const source = sourceOf(entry);
  return { ...entry, id, ...(at !== undefined && { at }), ...(source && { source }) };
}

/** What is expected of an operation is expected again and again, and stands where it stands. */
function rememberSources(find: SourceOf): SourceOf {
  const known = new Map<string, SourcePosition | undefined>();
  return (entry) => {
    const key = `${entry.check} ${entry.operation} ${entry.case} ${entry.at} ${entry.expected}`;
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before;
    const source = find(entry);
    known.set(key, source);
    return source;
  };
}

function describe({ root }: Document, operation: Operation, locate: Locate): ReportOperation {
  const { id, method, path, pointer, responses } = operation;
  const { summary, externalDocs } = objectAt(root, pointer);
  const source = locate(pointer);
  return {
    id,
    method,
    path,
    ...(typeof summary === "string" && { summary }),
    ...documentationOf(externalDocs),
    statuses: Object.keys(responses),
    ...(source && { source }),
  };
}

function documentationOf(docs: Json | undefined): { documentation?: Documentation } {
  if (!isObject(docs) || typeof docs.url !== "string") return {};
  const { url, description } = docs;
  return { documentation: { url, ...(typeof description === "string" && { description }) } };
}

/**
 * A name for each finding, by what it is about and not by what was received, so that it bears the same one on
 * another day: provider, operation, case, check, place; and its number among those that share all of them.
 */
export function identify({ provider, checks }: Report): string[] {
  const counts = new Map<string, { readonly key: string; count: number }>();
  return checks.map((entry) => {
    const { operation, case: name, check } = entry;
    const place = placeOf(entry) ?? "";
    const label = `${check} ${operation}\n${name}\n${place}`;
    const known = counts.get(label) ?? {
      key: JSON.stringify([provider, operation, name, check, place]),
      count: 0,
    };
    if (known.count === 0) counts.set(label, known);
    known.count += 1;
    return hash("sha256", `${known.key} ${known.count}`).slice(0, 16);
  });
}

async function locator(file: string): Promise<Locate> {
  const find = await readPlaces(file);
  const known = new Map<string, SourcePosition | undefined>();
  return (pointer) => {
    if (!known.has(pointer)) known.set(pointer, positionOf(pointer));
    return known.get(pointer);
  };

  function positionOf(pointer: string): SourcePosition | undefined {
    const place = find(pointer);
    return place && { pointer, ...place };
  }
}

/** What is known of the deviations that a report names: the evidence in the overlay beside the document. */
async function evidenceOf({ checks }: Report, source: string): Promise<Record<string, string>> {
  const named = new Set(checks.flatMap(({ errata = [] }) => errata));
  if (named.size === 0) return {};
  const errata = await loadErrata(join(dirname(source), OVERLAY));
  const seen = errata.filter(({ name }) => named.has(name));
  return Object.fromEntries(seen.map(({ name, evidence }) => [name, evidence] as const).sort(byName));
}

// In an order that a part of a run and the whole agree on.
function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function pathFrom(cwd: string, file: string): string {
  const path = relative(cwd, file);
  return (path.startsWith("..") ? file : path).split(sep).join("/");
}
