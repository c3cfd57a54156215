#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT } from "./commands/exit-codes.ts";
import { createProgram } from "./commands/program.ts";
import { TeachingError } from "./teaching-error.ts";

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());
process.once("SIGTERM", () => interruption.abort());

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.conforms;
  const program = createProgram(interruption.signal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.conforms : EXIT.usage;
    if (!(error instanceof TeachingError)) throw error;
    console.error(`error: ${error.message}`);
    return EXIT.usage;
  }
}
