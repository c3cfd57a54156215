import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT: string = resolve(import.meta.dirname, "../../..");

/** Where `install.sh` puts what the proof runs on. */
const EXTRAS = resolve(ROOT, process.env.SETTLED_PROOF_EXTRAS ?? ".cache/proof");

/** The path of a file of an extra, or undefined if that could not be had. */
export function extra(name: string, path: string): string | undefined {
  const file = join(EXTRAS, name, "node_modules", path);
  return existsSync(join(EXTRAS, name, ".got")) && existsSync(file) ? file : undefined;
}
