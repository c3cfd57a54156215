import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pinned } from "./pinned.ts";

/** What a process took. */
export interface Usage {
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of CPU, all its threads together. */
  readonly cpu: number;
  /** MiB at its peak. */
  readonly memory: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit codes that are as they should be. */
  readonly codes?: readonly number[];
}

const USAGE = fileURLToPath(new URL("processes/usage.cjs", import.meta.url));

/**
 * Runs a fresh Node on one core, and tells what it took.
 *
 * @throws Error when it ends otherwise than it should.
 */
export function runNode(args: readonly string[], { cwd, env, codes = [0] }: RunOptions = {}): Usage {
  const command = pinned(process.execPath, ["--require", USAGE, ...args]);
  const before = process.hrtime.bigint();
  const { status, output } = spawnSync(...command, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const wall = Number(process.hrtime.bigint() - before) / 1e6;
  if (status === null || !codes.includes(status)) {
    throw new Error(`${args.join(" ")} ended with ${status}: ${output[2]}`);
  }
  return { wall, ...(JSON.parse(output[3] ?? "") as Pick<Usage, "cpu" | "memory">) };
}
