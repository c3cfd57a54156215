import { createRedactor, type Redactor } from "./create-redactor.ts";
import { isSecretName } from "./secret-names.ts";

// POSIX.1-2024 §8.3: the working directory, which every shell exports. It is a path, and no password.
const DIRECTORIES = new Set(["PWD", "OLDPWD"]);

/**
 * What is going to be printed, without the secrets that the environment holds: the value of each variable that bears
 * the name of one. For what is no report, such as an error that quotes the command line.
 */
export function redactOutput(text: string, env?: NodeJS.ProcessEnv): string {
  return createOutputRedactor(env).redactText(text);
}

/** A redactor of the secrets that the environment holds. */
export function createOutputRedactor(env: NodeJS.ProcessEnv = process.env): Redactor {
  const secrets = Object.entries(env).flatMap(([name, value]) =>
    isSecretName(name) && !DIRECTORIES.has(name) && value !== undefined ? [value] : [],
  );
  return createRedactor({ secrets });
}
