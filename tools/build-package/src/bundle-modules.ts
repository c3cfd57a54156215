import { type Plugin, rolldown } from "rolldown";
import { chosenByCondition } from "./chosen-by-condition.ts";
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
 * Published modules with all that they import of their package, and of packages that are no dependencies. What several
 * of them share and what they import later are files of their own; what shares something with the first module of a
 * library has it from there.
 *
 * @param path the sources that a usual run loads one after the other, such as `src/index.ts`: what they share with
 *   others is one file for each
 */
export async function bundleModules(
  directory: string,
  { entries, dependencies, isProgram, chosen }: Manifest,
  path: readonly string[],
): Promise<readonly Bundled[]> {
  const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));
  const names = entries.map((entry) => entry.replace(/^src\/|\.ts$/g, ""));
  const along = partsAlong(directory, path, { isFirstWhole: !isProgram });
  const plugins: Plugin[] = [along.plugin, isProgram ? straightFromNode() : chosenByCondition(chosen)];
  const bundle = await rolldown({
    cwd: directory,
    plugins,
    input: Object.fromEntries(names.map((name, index) => [name, entries[index] ?? name])),
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    external: (id) => /^node:|\.json$/.test(id) || isDependency(id),
    // What is no module stays where it is, and `dist` is as deep as `src`.
    makeAbsoluteExternalsRelative: false,
    // What the other modules of a library need of its first is exported there as well, under names of a letter or two
    // that no declaration has: in a file of its own it took a start by a fortieth longer.
    preserveEntrySignatures: isProgram ? "exports-only" : "allow-extension",
    onLog: (_, { message }) => {
      throw new Error(`${entries.join(", ")}: ${message}`);
    },
  });
  const { output } = await bundle.generate({
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    // A library's files bear names that a stack trace can show; there are few.
    chunkFileNames: isProgram ? "[name]-[hash].js" : "[name].js",
    codeSplitting: { groups: along.groups },
  });
  await bundle.close();
  return output.flatMap((part) =>
    part.type === "chunk" ? [{ file: part.fileName, code: part.code, modules: part.moduleIds }] : [],
  );
}
