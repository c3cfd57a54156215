import { resolve } from "node:path";
import { TeachingError } from "../teaching-error.ts";
import { REPORTER_NAMES, type ReporterName } from "./reporters.ts";

/** A way to report, and where to. */
export interface Output {
  readonly reporter: ReporterName;
  /** A file instead of the terminal. */
  readonly file?: string;
}

// What is made of lines can share a terminal with others of the kind.
const LINES: readonly ReporterName[] = ["pretty", "github"];

/** Reads `html`, or `html=report.html`; `undefined` if there is no such reporter. */
export function parseOutput(text: string): Output | undefined {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const reporter = REPORTER_NAMES.find((one) => one === name);
  const file = text.slice(at + 1);
  if (!reporter || (at >= 0 && file === "")) return undefined;
  return at < 0 ? { reporter } : { reporter, file };
}

/**
 * The outputs of a run. `--output` is the file of the one reporter that names none itself; without any, the table is
 * printed.
 *
 * @throws TeachingError when two of them would be written into one another.
 */
export function chooseOutputs(given: readonly Output[] = [], output?: string): Output[] {
  const asked: readonly Output[] = given.length > 0 ? given : [{ reporter: "pretty" }];
  const printed = asked.filter(({ file }) => file === undefined);
  if (output !== undefined && printed.length !== 1) {
    throw new TeachingError({
      what: `--output for ${printed.length} reporters`,
      where: "--output",
      expected: "one reporter without a file of its own",
      example: "--reporter html=report.html --reporter junit=report.xml",
    });
  }
  const outputs = asked.map(({ reporter, file = output }) =>
    file === undefined ? { reporter } : { reporter, file },
  );
  const texts = outputs.filter(({ file }) => file === undefined).map(({ reporter }) => reporter);
  if (
    texts.length > 1 &&
    (texts.some((name) => !LINES.includes(name)) || new Set(texts).size < texts.length)
  ) {
    throw new TeachingError({
      what: `${texts.join(" and ")} on one terminal`,
      where: "--reporter",
      expected: `a file for all but one of them; only ${LINES.join(" and ")} can share a terminal`,
      example: `--reporter ${texts[0]} --reporter ${texts[1]}=report.${texts[1]}`,
    });
  }
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : resolve(file)));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice === undefined) return outputs;
  throw new TeachingError({
    what: `two reports in one file: ${outputs.findLast(({ file = "" }) => resolve(file) === twice)?.file}`,
    where: "--reporter",
    expected: "a file of its own for each reporter",
    example: "--reporter html=report.html --reporter junit=report.xml",
  });
}
