import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasHeader } from "../print/header.ts";

/** A file that is not what codegen would write. */
export interface Change {
  readonly path: string;
  /** Absent if the file is new. */
  readonly before: string | undefined;
  /** Absent if the file is no longer emitted. */
  readonly after: string | undefined;
}

/** What has to change in a package for it to hold exactly these files. Files that codegen never wrote are let be. */
export async function planChanges(directory: string, files: ReadonlyMap<string, string>): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [name, after] of files) {
    const path = join(directory, name);
    const before = existsSync(path) ? await readFile(path, "utf8") : undefined;
    if (before !== after) changes.push({ path, before, after });
  }
  for (const name of await listFiles(directory)) {
    if (files.has(name)) continue;
    const path = join(directory, name);
    const before = await readFile(path, "utf8");
    if (hasHeader(before)) changes.push({ path, before, after: undefined });
  }
  return changes;
}

/** All files of a package, but for what is installed or built. */
async function listFiles(directory: string, below = ""): Promise<string[]> {
  if (!existsSync(directory)) return [];
  const names: string[] = [];
  for (const entry of await readdir(join(directory, below), { withFileTypes: true })) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory() && !skipped.has(entry.name))
      names.push(...(await listFiles(directory, name)));
  }
  return names.sort();
}

const skipped = new Set(["node_modules", "dist", ".turbo", "coverage"]);
