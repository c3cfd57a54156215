import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The package that a spec becomes. */
export interface ClientPackage {
  readonly name: string;
  readonly version: string;
  /** Its package.json, from the root. */
  readonly manifest: string;
}

/** The package of a provider; one that was never generated is not released either. */
export async function readClientPackage(root: string, provider: string): Promise<ClientPackage> {
  const manifest = `packages/${provider}-client/package.json`;
  const text = await readFile(join(root, manifest), "utf8").catch(() => "{}");
  const { name, version } = JSON.parse(text) as { name?: string; version?: string };
  return { name: name ?? `@settled/${provider}-client`, version: version ?? "0.0.0", manifest };
}
