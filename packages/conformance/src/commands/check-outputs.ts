import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Output } from "../report/choose-outputs.ts";
import { TeachingError } from "../teaching-error.ts";
import { unwritable } from "./write-report.ts";

/**
 * Reports are written when all is over, which may have taken hours: that they can be is seen before. A report replaces
 * the file that it is written to, which must not be one that the run reads, or writes itself.
 *
 * @param inputs paths of the documents, the recording, the baseline, the cassette
 * @throws TeachingError when one of them cannot be written, or must not be.
 */
export function checkOutputs(
  outputs: readonly Output[],
  coverage: string | undefined,
  inputs: readonly (string | undefined)[],
): void {
  const read = new Set(inputs.flatMap((file) => (file === undefined ? [] : placeOf(file))));
  const written = [
    ...outputs.map(({ file }) => ({ file, where: "--output" })),
    { file: coverage === "missing" ? undefined : coverage, where: "--coverage" },
  ];
  for (const { file, where } of written) {
    if (file === undefined) continue;
    checkWritable(file, where);
    if (!read.has(placeOf(file))) continue;
    const expected = "a file that the run neither reads nor records in, since what was there would be gone";
    throw new TeachingError({
      what: `${file} would be overwritten`,
      where,
      expected,
      example: "json=report.json",
    });
  }
}

function checkWritable(file: string, where: string): void {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    // A device or a pipe is written to as it is; a file is replaced, which is up to its folder.
    if (there === undefined || there.isFile()) accessSync(`${dirname(file)}/.`, constants.W_OK);
  } catch (cause) {
    throw unwritable(file, where, cause as NodeJS.ErrnoException);
  }
}

/** What a link leads to is what is written. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
