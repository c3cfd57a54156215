import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { pack } from "./pack.ts";

const run = promisify(execFile);

/** A client as npm installs it: packed. The folder goes when the figures are taken, or cannot be. */
export async function measureInstallation(
  client: ClientPackage,
): Promise<{ figures: Figure[]; folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "settled-bench-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { folder, remove, figures: await install(client, folder) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function install({ name, directory }: ClientPackage, folder: string): Promise<Figure[]> {
  const tarball = await pack(directory, folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", `./${tarball}`], {
    cwd: folder,
  });
  const { packages, bytes } = await weighFolder(join(folder, "node_modules"));
  return [
    { client: name, measure: "packages installed", value: packages, unit: "packages", goal: 1 },
    { client: name, measure: "installed", value: bytes / 1000, unit: "kB", goal: 450 },
  ];
}

async function weighFolder(folder: string): Promise<{ packages: number; bytes: number }> {
  let packages = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name === ".package-lock.json") continue;
    const path = join(entry.parentPath, entry.name);
    bytes += (await stat(path)).size;
    if (entry.name === "package.json" && /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path))
      packages += 1;
  }
  return { packages, bytes };
}
