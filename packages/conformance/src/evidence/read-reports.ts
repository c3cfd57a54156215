import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { Report } from "../report/report.ts";
import { compileSchema } from "../schema/compile-schema.ts";
import { TeachingError } from "../teaching-error.ts";
import { parseJsonText } from "../wire/parse-json-text.ts";

/**
 * Reads JSON reports, of one provider or several each; the same one twice is one.
 *
 * @throws TeachingError when a file cannot be read, or is no report.
 */
export async function readReports(files: readonly string[]): Promise<Report[]> {
  const isReport = await compileSchema("report.schema.json", "#/$defs/report");
  const all: Report[] = [];
  for (const file of files) {
    const content = parse(file, await read(file));
    for (const report of Array.isArray(content) ? content : [content]) {
      if (!isReport(report)) {
        const [error] = isReport.errors ?? [];
        throw noReport(file, `${error?.instancePath || "/"} ${error?.message}`);
      }
      // Whoever says `*.json` may name a report twice, which is of one run all the same.
      if (!all.some((one) => isDeepStrictEqual(one, report))) all.push(report as Report);
    }
  }
  return all;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw noReport(file, (cause as NodeJS.ErrnoException).code ?? String(cause), cause);
  }
}

function parse(file: string, text: string): unknown {
  if (/^\uFEFF?{"cassette":/.test(text)) throw aCassette(file);
  try {
    return parseJsonText(text);
  } catch (cause) {
    throw noReport(file, (cause as Error).message, cause);
  }
}

function aCassette(file: string): TeachingError {
  return new TeachingError({
    what: `no report: ${file} is a cassette`,
    expected: "what settled judge makes of it",
    example: `settled judge ${file} --reporter json=report.json`,
  });
}

function noReport(file: string, why: string, cause?: unknown): TeachingError {
  return new TeachingError(
    {
      what: `no report: ${file}: ${why}`,
      expected: "a report that this version of the command wrote",
      example: "settled check acme-jobs --reporter json=report.json",
    },
    { cause },
  );
}
