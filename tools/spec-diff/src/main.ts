import { SpecError } from "codegen/src/spec/spec-error.ts";
import { CommanderError } from "commander";
import { BadInput } from "./bad-input.ts";
import { createProgram, type Surroundings } from "./program.ts";

/** Runs `spec-diff` and gives its exit code: 0 done, 1 not covered, 2 usage, a spec or a changeset is broken. */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  let code = 0;
  try {
    await createProgram(around, (result) => {
      code = result;
    }).parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof BadInput) around.printError(`${error.message}\n  ${error.hint}`);
    else if (error instanceof SpecError) around.printError(error.message);
    // Whatever it is, it says nothing of the spec: it must not look like a verdict.
    else around.printError(`spec-diff itself is at fault, please report this: ${(error as Error).stack}`);
    return 2;
  }
}
