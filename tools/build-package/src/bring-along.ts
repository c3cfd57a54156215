import { access, mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { type OutputChunk, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { copyLicense, packagesOf } from "./copy-license.ts";
import type { Manifest } from "./manifest.ts";
import { type Brought, broughtBy, pointTo } from "./named-imports.ts";

/**
 * Brings along what the declarations name of the packages whose code is bundled, since nobody installs those: that and
 * what it needs itself, in a file for each module that is imported and few for what these share; and their licences. The
 * package's own declarations lead there.
 *
 * @throws if such a package is not installed, or has no licence; or, of one of the workspace, if it is not built.
 */
export async function bringAlong(
  directory: string,
  { dependencies }: Pick<Manifest, "dependencies">,
): Promise<void> {
  const dist = join(directory, "dist");
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
  const brought: Brought = new Map();
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(dist, name), "utf8") })),
  );
  for (const { text } of files) broughtBy(text, dependencies, brought);
  if (brought.size === 0) return;
  const parts = await bundle(dist, brought, dependencies);
  for (const { fileName, code, moduleIds } of parts) {
    await write(join(dist, fileName), code);
    for (const one of packagesOf(moduleIds)) await copyLicense(one, dist);
  }
  for (const { name, text } of files) {
    const to = (specifier: string) =>
      withSlashes(relative(dirname(join(dist, name)), join(dist, `${fileOf(specifier)}.js`)));
    await write(join(dist, name), pointTo(text, brought, to));
  }
}

async function bundle(
  dist: string,
  brought: Brought,
  dependencies: readonly string[],
): Promise<OutputChunk[]> {
  const input: Record<string, string> = {};
  for (const [specifier, names] of brought) {
    const file = join(dist, `${fileOf(specifier)}.d.ts`);
    const from = await locate(specifier, join(dist, "index.d.ts"));
    // It stands there until it is replaced by what it leads to.
    await write(file, `export { ${[...names].sort().join(", ")} } from ${JSON.stringify(from)};\n`);
    input[fileOf(specifier)] = file;
  }
  const bundled = await rollup({
    input,
    external: (id) => /^node:/.test(id) || dependencies.includes(id),
    plugins: [{ name: "locate", resolveId: (id, importer) => toDeclarations(id, importer) }, dts()],
    onLog: (level, { code, message }) => {
      // That a name which is not exported stands in a declaration that is: so it does in what is brought.
      if (level === "warn" && code === "UNRESOLVED_IMPORT") throw new Error(message);
    },
  });
  const { output } = await bundled.generate({
    dir: dist,
    entryFileNames: "[name].d.ts",
    chunkFileNames: ({ name }) =>
      `${dirname(Object.keys(input)[0] ?? "")}/shared/${name.replace(/\.d$/, "")}.d.ts`,
  });
  return output.filter((file) => file.type === "chunk");
}

async function toDeclarations(id: string, importer: string | undefined): Promise<string | null> {
  if (importer === undefined || /^(\.|node:)/.test(id)) return null;
  return isAbsolute(id) ? id : locate(id, importer);
}

/** The file in `dist` for what is imported as `@a/b` or `@a/b/c`: `b/index`, `b/c`. */
function fileOf(specifier: string): string {
  const [name = "", ...path] = specifier.replace(/^@[^/]+\//, "").split("/");
  return `${name}/${path.join("/") || "index"}`;
}

/** The declarations of a module, which stand beside its code: `index.d.mts` of `index.mjs`. */
async function locate(specifier: string, importer: string): Promise<string> {
  const code = withSlashes(
    await realpath(createRequire(await realpath(importer).catch(() => importer)).resolve(specifier)),
  );
  if (code.endsWith(".ts")) return built(specifier, code);
  return code.replace(/\.([cm]?)js$/, ".d.$1ts");
}

/** Of a package of the workspace, where its build leaves them. */
async function built(specifier: string, source: string): Promise<string> {
  const file = source.replace(/\/src\/((?:(?!\/src\/).)*)\.ts$/, "/dist/$1.d.ts");
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return file;
  throw new Error(
    `${specifier} is not built: \`pnpm turbo run build\` builds what a package needs before it`,
  );
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** As an import names a file, on Windows too. */
function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
