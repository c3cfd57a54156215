import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type OutputChunk, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import type { Manifest } from "./manifest.ts";

/**
 * Puts the declarations of the published modules, and what several of them share, into one file each, if that is less
 * than TypeScript's one file for each source: an import names again what it imports, and a compiler opens each file.
 */
export async function bundleDeclarations(
  dist: string,
  { entries }: Pick<Manifest, "entries">,
): Promise<void> {
  const own = (await readdir(dist, { recursive: true }))
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => join(dist, name));
  const chunks = await bundle(dist, entries);
  const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const separate = await Promise.all(own.map((file) => readFile(file, "utf8")));
  if (size(separate) <= size(chunks.map(({ code }) => code))) return;

  for (const file of own) await rm(file);
  for (const { fileName, code } of chunks) {
    const file = join(dist, fileName);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, code);
  }
}

async function bundle(dist: string, entries: readonly string[]): Promise<OutputChunk[]> {
  const names = entries.map((entry) => entry.replace(/^src\//, "").replace(/\.ts$/, ""));
  const bundled = await rollup({
    input: Object.fromEntries(names.map((name) => [name, join(dist, `${name}.d.ts`)])),
    external: (id) => !id.startsWith(".") && !id.startsWith(dist),
    plugins: [dts()],
    // That a name which is not exported stands in a declaration that is: so it does in the separate ones.
    onLog: () => {},
  });
  const { output } = await bundled.generate({
    dir: dist,
    entryFileNames: "[name].d.ts",
    chunkFileNames: ({ name }) => `shared/${name.replace(/\.d$/, "")}.d.ts`,
  });
  return output.filter((file) => file.type === "chunk");
}
