import type { TestCase } from "../cases/test-case.ts";
import { forAnyItem } from "../document/pointer.ts";
import { formatCurl } from "../report/format-curl.ts";
import type { ReportEntry, Verdict } from "../report/report.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { askFor } from "./ask-for.ts";
import type { EntryOptions } from "./check-options.ts";
import type { CaseRun, Judged } from "./run-case.ts";

/** What the checks said of a case, as a report has it. */
export async function entriesOf(options: EntryOptions, run: CaseRun): Promise<ReportEntry[]> {
  // Most of what is judged passes, and who reads of findings alone needs no way to ask for the rest again.
  const isTold = ({ verdict }: { readonly verdict: Verdict }) => !options.findingsOnly || verdict !== "pass";
  const isAsked = run.judged.some(({ findings }) => findings.some(isTold));
  const curl = isAsked ? curlOf(options, run) : "";
  const entries: ReportEntry[] = [];
  for (const { check, findings } of run.judged) {
    const isClean = findings.every(({ verdict }) => verdict === "pass" || verdict === "error");
    // Of a service that did not answer, nothing is known.
    const isOpen = !isClean && run.exchange.response !== undefined;
    const errata = isOpen ? await options.errata?.explain(check, run.input) : undefined;
    const label = { check, ...labelOf(run.testCase), curl };
    entries.push(...onceEach(findings.map((finding) => entryOf(label, finding, errata))));
  }
  return entries;
}

/** What is wrong with each item of a list is told once, of the first, with how many have it. */
function onceEach(entries: readonly ReportEntry[]): ReportEntry[] {
  const told = new Map<string | ReportEntry, ReportEntry>();
  for (const entry of entries) {
    const { at, verdict, expected } = entry;
    const key = at === undefined ? entry : `${verdict} ${forAnyItem(at)} ${expected.slice(at.length)}`;
    const first = told.get(key);
    told.set(key, first ? { ...first, times: (first.times ?? 1) + 1 } : entry);
  }
  return [...told.values()];
}

type Label = Pick<ReportEntry, "check" | "operation" | "case" | "curl">;

function entryOf(
  { curl, ...label }: Label,
  finding: Judged["findings"][number],
  errata: readonly string[] | undefined,
): ReportEntry {
  const { verdict, expected, received } = finding;
  const place = "at" in finding && finding.at !== undefined ? { at: finding.at } : undefined;
  const isKnown = errata !== undefined && verdict !== "pass" && verdict !== "error";
  return {
    ...label,
    verdict: isKnown ? "erratum" : verdict,
    expected: place ? `${place.at} ${expected}` : expected,
    received,
    curl,
    ...(isKnown && { errata }),
    ...place,
  };
}

/** What a report says of a case of which nothing is said. */
export function skipped(testCase: TestCase, reason: string, curl = ""): ReportEntry {
  return {
    check: "status-code",
    ...labelOf(testCase),
    verdict: "skip",
    expected: testCase.name,
    received: reason,
    curl,
  };
}

export function labelOf({ operation, name }: TestCase): Pick<ReportEntry, "operation" | "case"> {
  return { operation: operation.id, case: name };
}

/** A command line that sends the request of a case again. */
export function curlOf(
  { document, targetKind }: EntryOptions,
  { exchange: { request }, testCase }: CaseRun,
): string {
  if (targetKind === "live") return formatCurl(document, request);
  const asked = askFor(testCase);
  const own = [...request.headers].filter(([name]) => !Object.hasOwn(asked, name));
  const headers = new PlainHeaders([...own, ...Object.entries(asked)].flat());
  return formatCurl(document, { ...request, headers });
}
