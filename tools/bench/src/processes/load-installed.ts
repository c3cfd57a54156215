import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// biome-ignore lint/suspicious/noExplicitAny: a client of whatever provider.
export type Module = Record<string, any>;

/** A module as it is installed in a folder. */
export async function loadInstalled(folder: string, specifier: string): Promise<Module> {
  const { resolve } = createRequire(join(folder, "resolve.mjs"));
  return import(pathToFileURL(resolve(specifier)).href);
}
