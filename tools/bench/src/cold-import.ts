import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { median } from "./median.ts";

const PAIRS = 15;

/** How long Node takes to start and import an installed client, as a ratio to Node that starts and ends. */
export async function measureColdImport(client: ClientPackage, folder: string): Promise<Figure[]> {
  const bare = join(folder, "bare.mjs");
  const cold = join(folder, "cold.mjs");
  await writeFile(bare, "");
  await writeFile(cold, `import "@settled/${client.name}-client";`);
  const ratios = Array.from({ length: PAIRS }, () => {
    const base = start(bare);
    return start(cold) / base;
  });
  return [{ client: client.name, measure: "cold import", value: median(ratios), unit: "×", goal: 1.15 }];
}

function start(file: string): number {
  const before = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, [file]);
  if (status !== 0) throw new Error(`${file} ended with ${status}`);
  return Number(process.hrtime.bigint() - before);
}
