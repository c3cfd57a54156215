import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Indents the declarations by one space a level: in files of their depth, a fifth of what is installed was spaces. */
export async function indentByOne(dist: string): Promise<void> {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(dist, name);
    await writeFile(file, (await readFile(file, "utf8")).replaceAll(/^(?: {4})+/gm, toOne));
  }
}

/** TypeScript indents by four; the space before the `*` of a comment is one more, and stays. */
function toOne(spaces: string): string {
  return " ".repeat(spaces.length / 4);
}
