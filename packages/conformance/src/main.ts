import { inspect } from "node:util";
import { CommanderError } from "commander";
import { EXIT } from "./commands/exit-codes.ts";
import { createProgram } from "./commands/program.ts";
import { TeachingError } from "./teaching-error.ts";

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());
process.once("SIGTERM", () => interruption.abort());

process.stdout.on("error", endOutput);
process.stderr.on("error", endOutput);

/**
 * Does what a command line says.
 *
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.conforms;
  let complaint = "";
  const program = createProgram(
    interruption.signal,
    (result) => {
      code = result;
    },
    (text) => {
      complaint += text;
    },
  );
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.conforms;
    // It may quote the command line, where secrets stand that do not belong there.
    const { redactOutput } = await import("./redaction/redact-output.ts");
    process.stderr.write(redactOutput(error instanceof CommanderError ? complaint : tell(error)));
    return EXIT.usage;
  }
}

// Who stops reading (`| head`) has read enough, and the verdict stands; a full disk is no verdict.
function endOutput({ code }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  process.stderr.write(`error: cannot write the output: ${code}\n`);
  process.exit(EXIT.usage);
}

// Whatever it is, it says nothing of the service: it must not look like a verdict.
function tell(error: unknown): string {
  return error instanceof TeachingError
    ? `error: ${error.message}\n`
    : `settled itself is at fault, please report this: ${inspect(error)}\n`;
}
