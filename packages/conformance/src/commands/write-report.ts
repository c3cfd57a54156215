import { fstatSync, writeFileSync } from "node:fs";
import { appendFile, realpath, rename, rm, stat } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import type { Output } from "../report/choose-outputs.ts";
import type { Part } from "../report/format-json.ts";
import { REPORTERS, type ReporterName } from "../report/reporters.ts";
import type { Row } from "../report/row.ts";
import { TeachingError } from "../teaching-error.ts";
import { writeParts } from "./write-parts.ts";

/**
 * Prints the reports, or writes them to their files, each whole or not at all.
 *
 * @throws TeachingError when a file cannot be written.
 */
export async function writeReports(rows: readonly Row[], outputs: readonly Output[]): Promise<void> {
  for (const { reporter, file } of outputs) {
    const width = file === undefined && process.stdout.isTTY ? process.stdout.columns : undefined;
    const parts = await format(reporter, rows, width);
    if (file !== undefined) await writeWhole(file, ESCAPING.includes(reporter) ? parts : plain(parts));
    else print(Array.from(parts, String).join(""));
    if (reporter === "github") await writeSummary(rows);
  }
  await complainOfUnproved(rows, outputs);
}

/** Of what goes to a file, Node writes as much as there is room for, and says nothing of the rest. */
function print(text: string): void {
  if (!fstatSync(process.stdout.fd).isFile()) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (cause) {
    throw unwritable("the output", "standard output", cause as NodeJS.ErrnoException);
  }
}

/** The table says so itself; who wrote files alone, or for a machine, is told here. */
async function complainOfUnproved(rows: readonly Row[], outputs: readonly Output[]): Promise<void> {
  if (outputs.some(({ reporter, file }) => reporter === "pretty" && file === undefined)) return;
  const { formatUnproved } = await import("../report/format-pretty.ts");
  for (const line of rows.flatMap(({ report }) => formatUnproved(report))) console.error(line);
}

/** A report as text. The one that holds everything is hundreds of megabytes of a large run: it is made as it is written. */
async function format(reporter: ReporterName, rows: readonly Row[], width?: number): Promise<Iterable<Part>> {
  if (reporter !== "json") return [(await REPORTERS[reporter]())(rows, width)];
  const { jsonParts } = await import("../report/format-json.ts");
  return jsonParts(rows.map(({ report }) => report));
}

/** In JSON, what colours are made of is escaped. */
const ESCAPING: readonly ReporterName[] = ["json", "sarif"];

function plain(parts: Iterable<Part>): string[] {
  return Array.from(parts, (part) => stripVTControlCharacters(String(part)));
}

/**
 * Writes a file whole or not at all. What a link leads to is written, and the link stays; a device or a pipe, such as
 * `/dev/stdout`, is written to: to put a file in its place would take it away from everybody.
 *
 * @param where the option that named it
 * @throws TeachingError when it cannot be written.
 */
export async function writeWhole(
  file: string,
  text: string | Iterable<Part>,
  where = "--output",
): Promise<void> {
  const parts = typeof text === "string" ? [text] : text;
  let draft = `${file}.${process.pid}.part`;
  try {
    const there = await stat(file).catch(() => undefined);
    if (there && !there.isFile() && !there.isDirectory()) return await writeParts(file, parts);
    const target = there ? await realpath(file) : file;
    draft = `${target}.${process.pid}.part`;
    await writeParts(draft, parts);
    await rename(draft, target);
  } catch (cause) {
    // A draft that never was cannot be removed, which is no further news.
    await rm(draft, { force: true }).catch(() => undefined);
    throw unwritable(file, where, cause as NodeJS.ErrnoException);
  }
}

export function unwritable(file: string, where: string, cause: NodeJS.ErrnoException): TeachingError {
  const expected = "a file in a folder that exists and can be written to";
  return new TeachingError({ what: `cannot write ${file}: ${cause.code}`, where, expected }, { cause });
}

/** What GitHub shows on the page of a workflow run; steps before may have written to it. */
async function writeSummary(rows: readonly Row[]): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const { formatSummary } = await import("../report/format-summary.ts");
  await appendFile(file, formatSummary(rows)).catch((cause: NodeJS.ErrnoException) => {
    const where = "GITHUB_STEP_SUMMARY";
    throw new TeachingError({ what: `cannot write ${file}: ${cause.code}`, where }, { cause });
  });
}
