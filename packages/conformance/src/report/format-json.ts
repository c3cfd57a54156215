import { remember } from "../remember.ts";
import type { Report, ReportEntry, SourcePosition } from "./report.ts";

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
  const entryText = entryWriter(inner);
  let lead = `[${inner}`;
  for (const item of items) {
    yield lead + (isEntry(item) ? entryText(item) : textOf(item, inner));
    lead = `,${inner}`;
  }
  yield `${line}]`;
}

function isEntry(item: unknown): item is ReportEntry {
  return typeof item === "object" && item !== null && "curl" in item;
}

/** Writes entries: a command line stands with all that are of one case, and a place in the document with many. */
function entryWriter(line: string): (entry: ReportEntry) => string {
  const inner = `${line}  `;
  const sources = new Map<string, { readonly source: SourcePosition; readonly text: string }>();
  let curl: unknown = "";
  let quoted = '""';
  return (entry) => objectText(entry, line, valueText);

  function valueText(value: unknown, name: string): string {
    if (name === "curl") return curlText(value);
    return name === "source" ? sourceText(value as SourcePosition) : textOf(value, inner);
  }

  function curlText(value: unknown): string {
    if (value !== curl) [curl, quoted] = [value, textOf(value, inner)];
    return quoted;
  }

  function sourceText(source: SourcePosition): string {
    const known = sources.get(source.pointer);
    if (known?.source === source) return known.text;
    const text = textOf(source, inner);
    sources.set(source.pointer, { source, text });
    return text;
  }
}

/**
 * As `JSON.stringify(value, null, 2)` has it, which takes longer than to put it together.
 *
 * @param line what begins a line here: none begins within a text, where JSON escapes its end
 */
function textOf(value: unknown, line: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${line}  `;
  return Array.isArray(value)
    ? arrayText(value, line, inner)
    : objectText(value, line, (member) => textOf(member, inner));
}

function arrayText(items: readonly unknown[], line: string, inner: string): string {
  let text = "[";
  let lead = inner;
  for (const item of items) {
    text += lead + textOf(item, inner);
    lead = `,${inner}`;
  }
  return items.length === 0 ? "[]" : `${text}${line}]`;
}

function objectText(
  object: object,
  line: string,
  valueText: (value: unknown, name: string) => string,
): string {
  let text = "{";
  let lead = `${line}  `;
  for (const name of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[name];
    if (value === undefined) continue;
    text += `${lead}${quotedName(name)}${valueText(value, name)}`;
    lead = `,${line}  `;
  }
  return text === "{" ? "{}" : `${text}${line}}`;
}

const quotedName = remember((name) => `${JSON.stringify(name)}: `);
