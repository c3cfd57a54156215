import { inspect } from "node:util";
import { CommanderError } from "commander";
import { EXIT } from "./commands/exit-codes.ts";
import { createProgram } from "./commands/program.ts";
import { TeachingError } from "./teaching-error.ts";

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupt(signal));

process.stdout.on("error", endOutput);
process.stderr.on("error", endOutput);

/** What comes within a second of the first, in milliseconds, is the same: a finger that slipped, or a shell that passed it on. */
const SAME = 1000;
let interruptedAt = 0;

/** The first ends the run, with its report; who cannot wait for that asks again. */
function interrupt(signal: NodeJS.Signals): void {
  if (!interruption.signal.aborted) {
    interruptedAt = performance.now();
    interruption.abort();
  } else if (performance.now() - interruptedAt > SAME) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
}

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
