import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Manifest } from "./manifest.ts";

/** Deletes the declarations that no published module leads to: TypeScript writes one for each source. */
export async function dropUnreachable(dist: string, { entries }: Pick<Manifest, "entries">): Promise<void> {
  const reached = new Set<string>();
  const todo = entries.map((entry) =>
    resolve(dist, "..", entry.replace(/^src/, "dist").replace(/\.ts$/, ".d.ts")),
  );
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    todo.push(...importsOf(file, await readFile(file, "utf8")));
  }
  for (const name of await readdir(dist, { recursive: true })) {
    const file = join(dist, name);
    if (name.endsWith(".d.ts") && !reached.has(file)) await rm(file);
  }
}

/** The files of the package that a declaration imports, also in a type: `import("./a.js")`. */
export function importsOf(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(
    ([, path = ""]) => path,
  );
  return specifiers.map((path) => resolve(dirname(file), path.replace(/\.(js|ts)$/, ".d.ts")));
}
