import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BadInput } from "./bad-input.ts";
import { formatBadInput, formatReport, type Paint } from "./format-report.ts";
import { lintSpecs } from "./lint-specs.ts";

export interface Terminal {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly paint: Paint;
}

/** Runs `spec-lint` and gives its exit code: 0 clean, 1 findings, 2 usage or a file that cannot be read. */
export async function runCommand(
  args: readonly string[],
  { print, printError, paint }: Terminal,
): Promise<0 | 1 | 2> {
  try {
    const { specsRoot, providers, isHelp } = readArguments(args);
    if (isHelp) {
      print(usage);
      return 0;
    }
    const report = await lintSpecs(specsRoot, providers);
    print(formatReport(report, paint));
    for (const problem of report.broken) printError(formatBadInput(problem));
    if (report.broken.length > 0) return 2;
    return report.findings.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    printError(formatBadInput(error));
    return 2;
  }
}

const usage = `spec-lint [--specs DIR] [provider...]

Judges the specs of the named providers, or of all: their OpenAPI structure, and the rules of this project.
How to write a spec: specs/README.md. Exit code: 0 clean, 1 findings, 2 usage or a file that cannot be read.`;

const defaultSpecsRoot = fileURLToPath(new URL("../../../specs", import.meta.url));

function readArguments(args: readonly string[]): { specsRoot: string; providers: string[]; isHelp: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { specs: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    return {
      specsRoot: resolve(values.specs ?? defaultSpecsRoot),
      providers: positionals,
      isHelp: values.help ?? false,
    };
  } catch (error) {
    throw new BadInput((error as Error).message, `Usage: ${usage.split("\n")[0]}`);
  }
}
