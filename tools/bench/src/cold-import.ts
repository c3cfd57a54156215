import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { lowerQuartile } from "./lower-quartile.ts";
import { pinned } from "./pinned.ts";

const PAIRS = 25;

/** How long Node takes to start and import an installed client, as a ratio to Node that starts and ends. */
export async function measureColdImport(client: ClientPackage, folder: string): Promise<Figure[]> {
  const bare = join(folder, "bare.mjs");
  const cold = join(folder, "cold.mjs");
  await writeFile(bare, "");
  await writeFile(cold, `import "@settled/${client.name}-client";`);
  const pairs = Array.from({ length: PAIRS }, () => [start(bare), start(cold)] as const);
  const base = lowerQuartile(pairs.map(([time]) => time));
  const value = lowerQuartile(pairs.map(([, time]) => time)) / base;
  return [{ client: client.name, measure: "cold import", value, unit: "×", goal: 1.15 }];
}

function start(file: string): number {
  const before = process.hrtime.bigint();
  const { status } = spawnSync(...pinned(process.execPath, [file]));
  if (status !== 0) throw new Error(`${file} ended with ${status}`);
  return Number(process.hrtime.bigint() - before);
}
