import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

/** What came of a command. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Handed the process, to be killed by whoever wants to. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `settled` in a process of its own, with nothing of the environment but the path. */
export function runCli(args: readonly string[], { cwd, env = {}, onStart }: CliOptions): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const given = { PATH: process.env.PATH, NO_COLOR: "1", SETTLED_CACHE: `${cwd}/cache`, ...env };
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: given });
    onStart?.(child);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
