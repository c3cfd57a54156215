import { rename, rm, writeFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { formatJson } from "../report/format-json.ts";
import { formatPretty, type Row } from "../report/format-pretty.ts";
import { TeachingError } from "../teaching-error.ts";

export interface Output {
  readonly reporter: "pretty" | "json";
  /** A file instead of the terminal. */
  readonly output?: string;
}

/**
 * Prints the report, or writes it to a file, whole or not at all.
 *
 * @throws TeachingError when the file cannot be written.
 */
export async function writeReport(rows: readonly Row[], { reporter, output }: Output): Promise<void> {
  const text = reporter === "json" ? formatJson(rows.map(({ report }) => report)) : formatPretty(rows);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const draft = `${output}.${process.pid}.part`;
  try {
    await writeFile(draft, stripVTControlCharacters(text));
    await rename(draft, output);
  } catch (cause) {
    // A draft that never was cannot be removed, which is no further news.
    await rm(draft, { force: true }).catch(() => undefined);
    const { code } = cause as NodeJS.ErrnoException;
    const expected = "a file in a folder that exists and can be written to";
    throw new TeachingError(
      { what: `cannot write ${output}: ${code}`, where: "--output", expected },
      { cause },
    );
  }
}
