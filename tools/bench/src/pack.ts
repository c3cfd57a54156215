import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

// The pnpm that runs this script, which need not be on the PATH.
const own = process.env.npm_execpath ?? "";
const pnpm: [string, ...string[]] = /pnpm[^/]*$/.test(own) ? [process.execPath, own] : ["pnpm"];

/**
 * Packs a package of the workspace as it would be published.
 *
 * @param into an empty folder
 * @returns the name of the tarball there
 */
export async function pack(directory: string, into: string): Promise<string> {
  await run(pnpm[0], [...pnpm.slice(1), "pack", "--pack-destination", into], { cwd: directory });
  const [tarball = ""] = await readdir(into);
  return tarball;
}
