import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Output } from "../report/choose-outputs.ts";
import { TeachingError } from "../teaching-error.ts";

/**
 * A report replaces the file that it is written to, which must not be one that the run reads, or writes itself.
 *
 * @param inputs paths of the documents, the recording, the baseline, the cassette
 * @throws TeachingError when it is.
 */
export function spareInputs(
  outputs: readonly Output[],
  coverage: string | undefined,
  inputs: readonly (string | undefined)[],
): void {
  const read = new Set(inputs.flatMap((file) => (file === undefined ? [] : placeOf(file))));
  const written = [
    ...outputs.map(({ file }) => ({ file, where: "--reporter, --output" })),
    { file: coverage === "missing" ? undefined : coverage, where: "--coverage" },
  ];
  for (const { file, where } of written) {
    if (file === undefined || !read.has(placeOf(file))) continue;
    const expected = "a file that the run neither reads nor records in, since what was there would be gone";
    throw new TeachingError({
      what: `${file} would be overwritten`,
      where,
      expected,
      example: "json=report.json",
    });
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
