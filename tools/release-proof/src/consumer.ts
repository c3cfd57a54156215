import { cp, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PackageManager } from "./package-managers.ts";
import { mustRun } from "./run.ts";

const CONSUMERS = resolve(import.meta.dirname, "../consumers");

/** A folder outside of any workspace, into which a user installs. */
export interface Consumer {
  readonly folder: string;
  readonly manager: PackageManager;
  /** Installs these packages, such as `name@1.2.3`. @throws unless that succeeds. */
  add(packages: readonly string[]): Promise<string>;
  /** Runs an installed command, as a user would. @throws unless it succeeds. */
  execute(words: readonly string[]): Promise<string>;
  /** Runs a file of the folder on this Node. @throws unless it succeeds. */
  node(words: readonly string[]): Promise<string>;
}

/**
 * An empty folder but for a user's own files.
 *
 * @param provider names a folder of `consumers` that holds those files; without it there are none yet
 * @param env lets the package manager ask the registry of the proof
 */
export async function createConsumer(
  folder: string,
  provider: string | undefined,
  manager: PackageManager,
  env: Readonly<Record<string, string>>,
): Promise<Consumer> {
  await mkdir(folder, { recursive: true });
  if (provider !== undefined) await cp(join(CONSUMERS, provider), folder, { recursive: true });
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  await manager.prepare?.(folder);
  const { command = [] } = manager;
  const options = { cwd: folder, env, limit: 180_000 };
  return {
    folder,
    manager,
    add: (packages) => mustRun([...command, ...manager.add, ...packages], options),
    execute: (words) => mustRun([...command, ...manager.execute, ...words], options),
    node: (words) => mustRun([...manager.node, ...words], options),
  };
}
