import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

const CORE = String(availableParallelism() - 1);

const hasTaskset = spawnSync("taskset", ["-c", CORE, "true"]).status === 0;

/**
 * A command that keeps to one core, where the system can: what is compared then shares its caches and its clock, and
 * no core has to be woken by another.
 */
export function pinned(command: string, args: readonly string[]): [command: string, args: string[]] {
  return hasTaskset ? ["taskset", ["-c", CORE, command, ...args]] : [command, [...args]];
}
