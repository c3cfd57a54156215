import type { Command } from "commander";
import type { BaselineUpdateCommand } from "./baseline.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import type { MergeCommand } from "./merge.ts";
import { parseDay } from "./option-values.ts";
import type { Running } from "./program.ts";
import { BASELINE, COVERAGE, OUTPUT, REPORTER } from "./shared-options.ts";

/** Adds what is done with reports once they are written. */
export function addReportCommands(program: Command, { finish }: Running): void {
  program
    .command("merge")
    .description("make one report of the JSON reports of shards, runs and tenants")
    .argument("<report.json...>", "what settled check --reporter json wrote")
    .addOption(REPORTER)
    .addOption(OUTPUT)
    .addOption(COVERAGE)
    .addOption(BASELINE)
    .addHelpText("after", EXIT_CODES)
    .action(async (files: string[], options: MergeCommand) => {
      const { merge } = await import("./merge.ts");
      finish(await merge(files, options));
    });

  program
    .command("baseline")
    .description("keep the file of known findings that settled check --baseline reads")
    .command("update")
    .description("write down what JSON reports found, and take out what is gone; what is written stays")
    .argument("<report.json...>", "what settled check --reporter json wrote")
    .option("--baseline <file>", "the file", "settled.baseline.json")
    .option("--reason <text>", "why the new findings are known; without it, settled check fails")
    .option("--owner <name>", "who answers for them; likewise")
    .option("--expires <day>", "the last day that they are known for; by default 90 days from now", parseDay)
    .action(async (files: string[], options: BaselineUpdateCommand) => {
      const { updateBaselineFile } = await import("./baseline.ts");
      finish(await updateBaselineFile(files, options));
    });
}
