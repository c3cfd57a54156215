import { appendFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import type { Output } from "../report/choose-outputs.ts";
import type { Row } from "../report/format-pretty.ts";
import { REPORTERS, type ReporterName } from "../report/reporters.ts";
import { TeachingError } from "../teaching-error.ts";

/**
 * Prints the reports, or writes them to their files, each whole or not at all.
 *
 * @throws TeachingError when a file cannot be written.
 */
export async function writeReports(rows: readonly Row[], outputs: readonly Output[]): Promise<void> {
  for (const { reporter, file } of outputs) {
    const format = await REPORTERS[reporter]();
    const text = format(rows);
    if (file === undefined) process.stdout.write(text);
    else await writeWhole(file, ESCAPING.includes(reporter) ? text : stripVTControlCharacters(text));
    if (reporter === "github") await writeSummary(rows);
  }
}

/** In JSON, what colours are made of is escaped; and a large report is hundreds of megabytes to look through. */
const ESCAPING: readonly ReporterName[] = ["json", "sarif"];

/**
 * Writes a file whole or not at all. What a link leads to is written, and the link stays; a device or a pipe, such as
 * `/dev/stdout`, is written to: to put a file in its place would take it away from everybody.
 *
 * @param where the option that named it
 * @throws TeachingError when it cannot be written.
 */
export async function writeWhole(file: string, text: string, where = "--output"): Promise<void> {
  let draft = `${file}.${process.pid}.part`;
  try {
    const there = await stat(file).catch(() => undefined);
    if (there && !there.isFile() && !there.isDirectory()) return await writeFile(file, text);
    const target = there ? await realpath(file) : file;
    draft = `${target}.${process.pid}.part`;
    await writeFile(draft, text);
    await rename(draft, target);
  } catch (cause) {
    // A draft that never was cannot be removed, which is no further news.
    await rm(draft, { force: true }).catch(() => undefined);
    const { code } = cause as NodeJS.ErrnoException;
    const expected = "a file in a folder that exists and can be written to";
    throw new TeachingError({ what: `cannot write ${file}: ${code}`, where, expected }, { cause });
  }
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
