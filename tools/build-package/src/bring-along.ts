import { readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { copyLicense } from "./copy-license.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Copies the declarations of the packages whose code is bundled, since nobody installs those, and their licences; and
 * lets the package's own declarations lead to the copies.
 *
 * @throws if such a package is not installed, or has no licence.
 */
export async function bringAlong(
  directory: string,
  { dependencies }: Pick<Manifest, "dependencies">,
): Promise<void> {
  const dist = join(directory, "dist");
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
  const todo = names.map((name) => ({ from: join(dist, name), to: join(dist, name) }));
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    const { from, to } = file;
    const text = await readFile(from, "utf8");
    const brought = new Set(packagesIn(text).filter((name) => !dependencies.includes(name)));
    for (const name of brought) {
      const { folder, types } = await locate(name, from);
      await copyLicense({ name, folder }, dist);
      todo.push({ from: types, to: join(dist, name, "index.d.ts") });
    }
    if (brought.size > 0 || from !== to) await writeFile(to, pointTo(text, brought, dirname(to), dist));
  }
}

/**
 * A statement that imports or exports, or a type: `import("a").A`. What it names is neither a file nor a name of the
 * package's own (`#hash`). A comment, which may show an import, begins otherwise.
 */
const SPECIFIER = /(^(?:import|export)\b[^"'`;=(]*\bfrom\s*|^import\s*|\bimport\()["']([^."'#][^"']*)["']/gm;

function packagesIn(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(([, , specifier = ""]) => {
    // A subpath of a package is that package.
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
    return name && !name.startsWith("node:") ? [name] : [];
  });
}

function pointTo(text: string, brought: ReadonlySet<string>, folder: string, dist: string): string {
  return text.replaceAll(SPECIFIER, (as, before: string, specifier: string) => {
    if (!brought.has(specifier)) return as;
    const path = withSlashes(relative(folder, join(dist, specifier, "index.js")));
    return `${before}"${path.startsWith(".") ? path : `./${path}`}"`;
  });
}

/** Where a package is, seen from a file, and its declarations, which stand beside its code: `index.d.mts` of `index.mjs`. */
async function locate(name: string, importer: string): Promise<{ folder: string; types: string }> {
  const code = withSlashes(await realpath(createRequire(await realpath(importer)).resolve(name)));
  const folder = code.slice(0, code.lastIndexOf(`/${name}/`) + name.length + 1);
  return { folder, types: code.replace(/\.([cm]?)js$/, ".d.$1ts") };
}

/** As an import names a file, on Windows too. */
function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
