import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indentByOne } from "./indent-by-one.ts";
import { joinShort } from "./join-short.ts";

/** Lets the declarations of a package take less room than TypeScript gives them, and read as they did. */
export async function shortenDeclarations(dist: string): Promise<void> {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(dist, name);
    await writeFile(file, joinShort(indentByOne(await readFile(file, "utf8"))));
  }
}
