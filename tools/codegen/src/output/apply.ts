import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Change } from "./plan.ts";

/** Brings the files into the state that was planned. */
export async function applyChanges(changes: readonly Change[]): Promise<void> {
  for (const { path, after } of changes) {
    if (after === undefined) {
      await rm(path);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, after);
  }
}
