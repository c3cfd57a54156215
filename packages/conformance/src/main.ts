import { CommanderError } from "commander";
import { EXIT } from "./commands/exit-codes.ts";
import { createProgram } from "./commands/program.ts";
import { TeachingError } from "./teaching-error.ts";

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());
process.once("SIGTERM", () => interruption.abort());

/**
 * Does what a command line says.
 *
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.conforms;
  const program = createProgram(interruption.signal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.conforms : EXIT.usage;
    if (error instanceof TeachingError) console.error(`error: ${error.message}`);
    // Whatever it is, it says nothing of the service: it must not look like a verdict.
    else console.error("settled itself is at fault, please report this:", error);
    return EXIT.usage;
  }
}
