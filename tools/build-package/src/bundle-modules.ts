import { posix } from "node:path";
import { rolldown } from "rolldown";
import type { Manifest } from "./manifest.ts";
import { partsAlong } from "./parts-along.ts";
import { straightFromNode } from "./straight-from-node.ts";

export interface Bundled {
  /** Its path in `dist`. */
  readonly file: string;
  readonly code: string;
  /** The files that are in it. */
  readonly modules: readonly string[];
}

/**
 * Published modules with all that they import of their package, and of packages that are no dependencies. One alone is
 * one file; of several, what they share and what they import later are files of their own.
 *
 * Parameters and variables of functions get short names, a quarter of all code. Functions and classes keep theirs,
 * which a stack trace shows.
 *
 * @param entries their sources: `src/index.ts`
 * @param path the sources that a usual run loads one after the other: what they share with others is a file for each
 */
export async function bundleModules(
  directory: string,
  entries: readonly string[],
  { dependencies, named }: Pick<Manifest, "dependencies" | "named">,
  path: readonly string[] = [],
): Promise<readonly Bundled[]> {
  const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));
  const names = entries.map((entry) => entry.replace(/^src\/|\.ts$/g, ""));
  const [only] = names.length === 1 ? names : [];
  const along = partsAlong(directory, path);
  const bundle = await rolldown({
    cwd: directory,
    plugins: [along.plugin, ...(path.length > 0 ? [straightFromNode()] : [])],
    input: Object.fromEntries(names.map((name, index) => [name, entries[index] ?? name])),
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    external: (id) => id.startsWith("#") || /^node:|\.json$/.test(id) || isDependency(id),
    // What is no module stays where it is, and `dist` is as deep as `src`.
    makeAbsoluteExternalsRelative: false,
    onLog: (_, { message }) => {
      throw new Error(`${entries.join(", ")}: ${message}`);
    },
  });
  const keepNames = { function: true, class: true };
  const { output } = await bundle.generate({
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: only === undefined && { groups: along.groups },
    // Where the importing module will be is known of one alone.
    paths: (id) => (only !== undefined && named[id] ? pathTo(named[id], posix.dirname(`dist/${only}`)) : id),
    minify: { compress: false, mangle: { toplevel: false, keepNames }, codegen: { removeWhitespace: false } },
  });
  await bundle.close();
  return output.flatMap((part) =>
    part.type === "chunk" ? [{ file: part.fileName, code: part.code, modules: part.moduleIds }] : [],
  );
}

/** As an import has it: `./operations.js`. */
function pathTo(file: string, folder: string): string {
  const path = posix.relative(folder, file);
  return path.startsWith("../") ? path : `./${path}`;
}
