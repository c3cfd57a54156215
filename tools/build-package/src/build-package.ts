import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bringAlong } from "./bring-along.ts";
import { compact } from "./compact.ts";
import { dropUnreachable } from "./drop-unreachable.ts";
import { indentByOne } from "./indent-by-one.ts";
import { type Manifest, readManifest } from "./manifest.ts";

/**
 * Builds what a package publishes: each published module as one file with all that it imports of the package itself
 * and of packages that are no dependencies of it; and the declarations that they lead to.
 *
 * One module is bundled since each costs time at import: 90 small ones take a Node start and a half. A program comes in
 * parts that its modules share, and what it imports when it is needed stays a part of its own: its user waits for each
 * start, and each command needs another few.
 *
 * @returns the exit code: not 0 if TypeScript finds an error
 * @throws if a published module has no source.
 */
export async function buildPackage(directory: string): Promise<number> {
  const manifest = await readManifest(directory);
  await rm(join(directory, "dist"), { recursive: true, force: true });
  const [code] = await Promise.all([declare(directory), bundle(directory, manifest)]);
  if (code !== 0) return code;
  await dropUnreachable(join(directory, "dist"), manifest);
  await bringAlong(directory, manifest);
  await indentByOne(join(directory, "dist"));
  return code;
}

async function bundle(directory: string, { entries, dependencies, isProgram }: Manifest): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: directory,
    entryPoints: [...entries],
    outbase: "src",
    outdir: "dist",
    bundle: true,
    write: false,
    charset: "utf8",
    format: "esm",
    // What Node 20 and every browser have.
    target: "es2022",
    // Younger than ES2022, and what Node has wanted of JSON since 20.10.
    supported: { "import-attributes": true },
    platform: "neutral",
    splitting: isProgram,
    chunkNames: "[name]-[hash]",
    // File and line of the source, for stack traces. The sources themselves would double what is installed; they are
    // in the repository, at the tag of the version.
    sourcemap: "inline",
    sourcesContent: false,
    mainFields: ["module", "main"],
    // Also what the package itself imports by a name: it is a module of its own.
    external: [...dependencies, "node:*", "#*", "*.json"],
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    const { code, map } = await compact(text, basename(path));
    await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
    await writeFile(`${path}.map`, withoutStore(map));
  }
}

/** A source map in which a bundled package's file has the path that it has anywhere: in `node_modules`. */
function withoutStore(map: string): string {
  const { sources, ...rest } = JSON.parse(map) as { sources: string[] };
  const anywhere = sources.map((path) => path.replace(/^.*\/node_modules\//, "../node_modules/"));
  return JSON.stringify({ ...rest, sources: anywhere });
}

/** The exit code of TypeScript, which prints what it finds. */
async function declare(directory: string): Promise<number> {
  const typescript = dirname(fileURLToPath(import.meta.resolve("typescript/package.json")));
  const args = [join(typescript, "bin/tsc"), "-p", "tsconfig.build.json", "--emitDeclarationOnly"];
  const tsc = spawn(process.execPath, args, { cwd: directory, stdio: "inherit" });
  const [code] = await once(tsc, "close");
  return code;
}
