import type { Report, ReportEntry } from "./report.ts";

/** Text, or the UTF-8 of it. */
export type Part = string | Buffer;

/** One report as an object, several as an array of them. */
export function formatJson(reports: readonly Report[]): string {
  return Array.from(jsonParts(reports), String).join("");
}

/**
 * The same in small parts. A command line stands with each check of its case, so that the text of a report is many times
 * as long as the report is large: it is escaped and encoded once.
 */
export function* jsonParts(reports: readonly Report[]): Generator<Part> {
  const [only] = reports;
  if (reports.length === 1 && only) yield* partsOf(only, "\n");
  else {
    let lead = "[\n  ";
    for (const report of reports) {
      yield lead;
      yield* partsOf(report, "\n  ");
      lead = ",\n  ";
    }
    yield reports.length === 0 ? "[]" : "\n]";
  }
  yield "\n";
}

function* partsOf(report: Report, line: string): Generator<Part> {
  const inner = `${line}  `;
  let lead = `{${inner}`;
  for (const [name, member] of Object.entries(report)) {
    if (member === undefined) continue;
    yield `${lead}${JSON.stringify(name)}: `;
    if (Array.isArray(member) && member.length > 0) yield* itemsOf(member, inner);
    else yield textOf(member, inner);
    lead = `,${inner}`;
  }
  yield `${line}}`;
}

function* itemsOf(items: readonly unknown[], line: string): Generator<Part> {
  const inner = `${line}  `;
  let lead = `[${inner}`;
  let curl = "";
  let quoted = Buffer.from('""');
  for (const item of items) {
    if (isEntry(item)) {
      if (item.curl !== curl) [curl, quoted] = [item.curl, Buffer.from(JSON.stringify(item.curl))];
      const text = textOf({ ...item, curl: "" }, inner);
      const at = text.indexOf(`${inner}  "curl": ""`) + inner.length + '  "curl": '.length;
      yield lead + text.slice(0, at);
      yield quoted;
      yield text.slice(at + 2);
    } else yield lead + textOf(item, inner);
    lead = `,${inner}`;
  }
  yield `${line}]`;
}

function isEntry(item: unknown): item is ReportEntry {
  return typeof item === "object" && item !== null && "curl" in item;
}

/** @param line what begins a line here: none begins within a text, where JSON escapes its end */
function textOf(value: unknown, line: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", line);
}
