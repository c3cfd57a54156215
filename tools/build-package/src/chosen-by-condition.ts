import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "rolldown";
import type { Chosen } from "./manifest.ts";

/**
 * Leaves an import of what depends on where a program runs (`#hash`; Node.js, "Subpath imports") as it is, and makes a
 * file of each module that it can mean. Whose package asks does not matter: the one that is built has to name it.
 *
 * @param chosen what the published package.json says of such names
 * @throws if a file imports such a name that it does not say, or not with the same conditions; or if it says one that
 *   nothing imports.
 */
export function chosenByCondition(chosen: Chosen): Plugin {
  const met = new Set<string>();
  return {
    name: "chosen-by-condition",
    resolveId(id, importer) {
      if (!id.startsWith("#") || importer === undefined) return null;
      const { folder, targets } = readTargets(id, importer);
      if (typeof targets === "string") return null;
      const named = chosen[id];
      // It may be in what is not used.
      if (named === undefined) return { id, external: true, moduleSideEffects: false };
      const [given, wanted] = [Object.keys(named).join(", "), Object.keys(targets).join(", ")];
      if (given !== wanted) throw new Error(`${id} is chosen by ${given}, and was written for ${wanted}`);
      for (const [condition, file] of met.has(id) ? [] : Object.entries(named)) {
        const source = resolve(folder, targets[condition] ?? "");
        this.emitFile({ type: "chunk", id: source, fileName: file.replace(/^\.\/dist\//, "") });
      }
      met.add(id);
      return { id, external: true, moduleSideEffects: false };
    },
    generateBundle(_, files) {
      const parts = Object.values(files).filter((file) => file.type === "chunk");
      const imported = new Set(
        parts
          .flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
          .filter((id) => id.startsWith("#")),
      );
      for (const id of imported) if (!met.has(id)) throw new Error(missing(id));
      for (const id of Object.keys(chosen))
        if (!imported.has(id)) throw new Error(`publishConfig.imports has ${id}, which nothing imports`);
    },
  };
}

interface PackageJson {
  readonly imports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

function readTargets(id: string, importer: string) {
  for (let folder = dirname(importer); folder !== dirname(folder); folder = dirname(folder)) {
    const { imports } = readManifest(folder);
    const targets = imports?.[id];
    if (targets !== undefined) return { folder, targets };
  }
  throw new Error(`no package.json above ${importer} has ${id} in its imports`);
}

function readManifest(folder: string): PackageJson {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return {};
  }
}

function missing(id: string): string {
  return `the package imports ${id}, and nobody who installs it can: publishConfig.imports lacks it, as {"${id}": {"node": "./dist/….node.js", "default": "./dist/….web.js"}}`;
}
