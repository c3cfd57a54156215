import { join, relative, sep } from "node:path";
import { generate } from "./generate.ts";
import { applyChanges } from "./output/apply.ts";
import { printDiff } from "./output/diff.ts";
import type { Change } from "./output/plan.ts";
import type { Lint } from "./spec/lint.ts";
import { listProviders } from "./spec/list-providers.ts";
import { SpecError } from "./spec/spec-error.ts";
import { watchSpecs } from "./watch-specs.ts";

/** Where a run reads and writes, and where it speaks. */
export interface Surroundings {
  readonly root: string;
  /** Nothing is made of a spec that it finds fault with. */
  readonly lint: Lint;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Ends a watch. */
  readonly signal?: AbortSignal;
}

/**
 * `codegen [--check | --watch] [provider…]`: writes the packages of these providers, of all if none is named; with
 * `--watch`, again whenever one of their specs is saved.
 *
 * @returns the exit code: 0 all is as it should be, 2 usage, spec or, with `--check`, a generated file is not
 */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  const named = args.filter((argument) => argument !== "--check" && argument !== "--watch");
  if (!args.includes("--watch")) return generateNamed(named, args.includes("--check"), around);
  // What is saved while the first round is at work is not missed.
  const saved = watchSpecs(join(around.root, "specs"), around.signal ?? new AbortController().signal);
  await generateNamed(named, false, around);
  return watch(named, saved, around);
}

/** A spec that is broken is said to be, and waited for: who edits will save again. */
async function watch(
  named: readonly string[],
  saved: AsyncIterable<readonly string[]>,
  around: Surroundings,
): Promise<number> {
  around.print("watching specs/; Ctrl-C ends it");
  for await (const changed of saved) {
    const known = await listProviders(join(around.root, "specs"));
    const isWanted = (name: string) => known.includes(name) && (named.length === 0 || named.includes(name));
    const wanted = changed.filter(isWanted);
    if (wanted.length > 0) await generateNamed(wanted, false, around);
  }
  return 0;
}

async function generateNamed(
  named: readonly string[],
  check: boolean,
  around: Surroundings,
): Promise<number> {
  const known = await listProviders(join(around.root, "specs"));

  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    around.printError(`${unknown}: no such provider\n  expected: ${known.join(", ")}\n  example:  ${usage}`);
    return 2;
  }

  const providers = named.length > 0 ? named : known;
  const fault = await around.lint(providers);
  if (fault !== undefined) {
    around.printError(fault);
    return 2;
  }

  // Every package is complete in memory before the first file is written: a broken spec changes nothing.
  const changes: Change[] = [];
  try {
    for (const provider of providers) changes.push(...(await generate(around.root, provider)));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    around.printError(error.message);
    return 2;
  }

  if (check) return reportDifferences(changes, around);
  await applyChanges(changes);
  for (const change of changes) around.print(`${verb(change)} ${nameOf(change, around.root)}`);
  return 0;
}

const usage = "pnpm codegen [--check | --watch] [provider…]";

function reportDifferences(changes: readonly Change[], { root, print, printError }: Surroundings): number {
  if (changes.length === 0) return 0;
  for (const change of changes) print(printDiff(change, root));
  const files = changes.map((change) => `  ${nameOf(change, root)}`);
  printError(
    [
      "generated files were edited by hand, or their spec has changed since:",
      ...files,
      "  expected: what codegen makes of specs/ (the diff above leads there)",
      "  to mend:  change the spec, not the file; then run `pnpm codegen`",
    ].join("\n"),
  );
  return 2;
}

function verb({ before, after }: Change): string {
  if (after === undefined) return "deleted";
  return before === undefined ? "created" : "updated";
}

function nameOf({ path }: Change, root: string): string {
  return relative(root, path).replaceAll(sep, "/");
}
