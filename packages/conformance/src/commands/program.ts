import { Command } from "commander";
import { VERSION } from "../package-file.ts";
import { addJudgingCommands } from "./judging-commands.ts";
import { addReportCommands } from "./report-commands.ts";
import { addSandboxCommands } from "./sandbox-commands.ts";

/** What a command is handed while it runs. */
export interface Running {
  /** Stops it. */
  readonly signal: AbortSignal;
  /** Takes the exit code. */
  readonly finish: (code: number) => void;
}

/**
 * The command line: what it understands, and what it does with it. A command is loaded when it is asked for: half of the
 * time of a short run was the loading of the others.
 *
 * @param signal stops what is running
 * @param finish takes the exit code
 * @param complain takes what is wrong with a command line, which may quote it
 */
export function createProgram(
  signal: AbortSignal,
  finish: (code: number) => void,
  complain: (text: string) => void,
): Command {
  const program = new Command("settled")
    .description("Proves whether a client or a live service keeps its documented contract.")
    .version(VERSION, "--version", "print the version of this package")
    .exitOverride()
    .configureOutput({ writeErr: complain })
    .showHelpAfterError("(settled --help says more)");
  addJudgingCommands(program, { signal, finish });
  addReportCommands(program, { signal, finish });
  addSandboxCommands(program, { signal, finish });
  return program;
}
