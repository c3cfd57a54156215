import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { countFilesLoaded } from "./files-loaded.ts";
import { median } from "./median.ts";

const PAIRS = 25;

/**
 * How long Node takes to start and import an installed client, as a ratio to `node -e 0`: the median of the pairs, as
 * for the clients that the goal is from.
 */
export async function measureColdImport(client: ClientPackage, folder: string): Promise<Figure[]> {
  const cold = join(folder, "cold.mjs");
  await writeFile(cold, `import "@settled/${client.name}-client";`);
  const ratios = Array.from({ length: PAIRS }, () => {
    const base = start("-e", "0");
    return start(cold) / base;
  });
  const value = median(ratios);
  return [
    await countFilesLoaded(client, folder),
    { client: client.name, measure: "cold import", value, unit: "×", goal: 1.15 },
  ];
}

function start(...args: string[]): number {
  const before = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - before);
}
