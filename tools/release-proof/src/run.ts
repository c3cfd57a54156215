import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname } from "node:path";

export interface Ran {
  readonly code: number | null;
  /** What it printed, on either stream. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended. */
  readonly limit?: number;
}

/** Runs a command to its end, which comes within the limit. */
export async function run(command: readonly string[], options: RunOptions): Promise<Ran> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: { ...environment(), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: options.limit ?? 120_000,
    killSignal: "SIGKILL",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const failure = new Promise<Ran>((resolve) =>
    child.once("error", ({ message }) => resolve({ code: null, output: message })),
  );
  return Promise.race([failure, once(child, "close").then(([code]) => ({ code, output }))]);
}

/** @throws with what it printed, unless it ends with 0. */
export async function mustRun(command: readonly string[], options: RunOptions): Promise<string> {
  const { code, output } = await run(command, options);
  if (code === 0) return output;
  throw new Error(`${command.map((word) => word.split("/").at(-1)).join(" ")}: exit code ${code}\n${output}`);
}

/**
 * That of this process, where `node` is the Node that runs it, not an older one that the machine has too; and without
 * what a package manager tells its scripts: it would reach every package manager that is run here.
 */
export function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name));
  return { ...Object.fromEntries(own), PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
}
