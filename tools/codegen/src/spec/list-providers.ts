import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The directory is the registry: every folder that holds an `openapi.yaml` is a provider. */
export async function listProviders(specs: string): Promise<string[]> {
  const entries = await readdir(specs, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(specs, entry.name, "openapi.yaml")))
    .map((entry) => entry.name)
    .sort();
}
