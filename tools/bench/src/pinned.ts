import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** The one that servers share; whoever asks them has another. */
export const FIRST = "0";

/** The last one, which a system that has few cares least for. */
const LAST = String(availableParallelism() - 1);

const hasTaskset = spawnSync("taskset", ["-c", LAST, "true"]).status === 0;

/**
 * A command that keeps to one core, where the system can: what is compared then shares its caches and its clock, and
 * no core has to be woken by another.
 */
export function pinned(
  command: string,
  args: readonly string[],
  core: string = LAST,
): [command: string, args: string[]] {
  return hasTaskset ? ["taskset", ["-c", core, command, ...args]] : [command, [...args]];
}

/** Keeps this very process to the last core. */
export function pinSelf(): void {
  if (hasTaskset) spawnSync("taskset", ["-a", "-c", "-p", LAST, String(process.pid)]);
}
