import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import { BadInput } from "./bad-input.ts";
import { compareSpecs } from "./compare-specs.ts";
import type { Comparison } from "./comparison.ts";
import { readChangesets } from "./release/changesets.ts";
import { checkChangeset } from "./release/check-changeset.ts";
import { draftChangeset } from "./release/draft-changeset.ts";
import { formatJson } from "./report/json.ts";
import { formatMarkdown } from "./report/markdown.ts";
import { formatTerminal, type Paint } from "./report/terminal.ts";

/** Where a run reads and writes, and where it speaks. */
export interface Surroundings {
  readonly root: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly paint: Paint;
}

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly format: "terminal" | "json" | "markdown";
  readonly changeset?: true;
  readonly check?: true;
}

/** The command line: what it understands, and what it does with it. */
export function createProgram(around: Surroundings, finish: (code: number) => void): Command {
  return new Command("spec-diff")
    .description("Tells what changed between two versions of a spec, how breaking that is, and for whom.")
    .argument("[provider...]", "names of providers, by default all; or two files: old.yaml new.yaml")
    .option("--from <version>", "a revision or a file; by default the last release of the package")
    .option("--to <version>", "a revision or a file; by default the working tree")
    .addOption(
      new Option("--format <name>", "how to report")
        .choices(["terminal", "json", "markdown"])
        .default("terminal"),
    )
    .addOption(new Option("--changeset", "write the changeset, as a first draft").conflicts("check"))
    .option("--check", "fail if a spec changed and no changeset covers it")
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("  `pnpm spec-diff --help` says what there is.")
    .exitOverride()
    .configureOutput({ writeOut: around.print, writeErr: around.printError })
    .action(async (names: string[], options: Options) => finish(await run(names, options, around)));
}

const EXIT_CODES = `
Exit code: 0 done, 1 a change that no changeset covers (--check), 2 usage, a spec or a changeset is broken.`;

async function run(names: readonly string[], options: Options, around: Surroundings): Promise<number> {
  const { from, to, changeset, check, format } = options;
  if (to !== undefined && (changeset || check)) {
    throw new BadInput("--to goes with neither --changeset nor --check", "They are about the working tree.");
  }
  const comparisons = await compareSpecs(around.root, { names, from, to });
  if (check) return checkAll(comparisons, around);
  if (changeset) return writeChangesets(comparisons, around);
  around.print(printAs[format](comparisons, around.paint));
  return 0;
}

const printAs = { terminal: formatTerminal, json: formatJson, markdown: formatMarkdown };

async function checkAll(comparisons: readonly Comparison[], around: Surroundings): Promise<number> {
  const pending = await readChangesets(around.root);
  const faults = comparisons.flatMap((comparison) => checkChangeset(comparison, pending) ?? []);
  for (const fault of faults) around.printError(fault);
  return faults.length > 0 ? 1 : 0;
}

async function writeChangesets(comparisons: readonly Comparison[], around: Surroundings): Promise<number> {
  const pending = await readChangesets(around.root);
  const drafts = comparisons.flatMap((comparison) => draftChangeset(comparison, pending) ?? []);
  for (const { file, text } of drafts) {
    await writeFile(join(around.root, file), text);
    around.print(`wrote ${file}: a draft; read it, and say it better`);
  }
  if (drafts.length === 0) around.print("nothing to say that the changesets do not say");
  return 0;
}
