/**
 * Run before publishing, in a checkout that is thrown away: writes into each package.json which repository it comes
 * from. npm holds that against the provenance, and a fork's differs.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nameRepository } from "./repository.ts";

const packages = join(import.meta.dirname, "../../../packages");
for (const name of await readdir(packages)) {
  const file = join(packages, name, "package.json");
  const text = await readFile(file, "utf8");
  const named = nameRepository(text, `packages/${name}`, process.env);
  if (named !== text) await writeFile(file, named);
}
