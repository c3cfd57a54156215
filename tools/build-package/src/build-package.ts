import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bringAlong } from "./bring-along.ts";
import { bundleDeclarations } from "./bundle-declarations.ts";
import { bundleModules } from "./bundle-modules.ts";
import { compact } from "./compact.ts";
import { copyDocuments } from "./copy-documents.ts";
import { copyLicense, packagesOf } from "./copy-license.ts";
import { dropUnreachable } from "./drop-unreachable.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { LATER } from "./parts-along.ts";
import { shortenDeclarations } from "./shorten-declarations.ts";

/**
 * Builds what a package publishes: the published modules with all that they import of the package itself and of
 * packages that are no dependencies of it, the runtime of the clients among them; and the declarations that they lead to.
 *
 * They are few files, since each costs time at import: 90 small ones take a Node start and a half. What the modules of a
 * library share with its first one they have from that, which is one file; what is imported when it is needed stays a file
 * of its own, and so does what those share. Of a program, those that its usual run needs are few and large.
 *
 * No source map is written: without the sources, which would double what is installed, it shows no one a line, and
 * bundlers that follow it warn of each. Functions keep their names, so that a stack trace can be read as it is.
 *
 * @param path the sources that a usual run of a program loads one after the other
 * @returns the exit code: not 0 if TypeScript finds an error
 * @throws if a published module has no source.
 */
export async function buildPackage(directory: string, path: readonly string[] = []): Promise<number> {
  const manifest = await readManifest(directory);
  const usual = manifest.isProgram ? path : alongLibrary(manifest);
  await rm(join(directory, "dist"), { recursive: true, force: true });
  const [code] = await Promise.all([declare(directory), bundle(directory, manifest, usual)]);
  if (code !== 0) return code;
  const dist = join(directory, "dist");
  await copyDocuments(directory, manifest.folders);
  await dropUnreachable(dist, manifest);
  await bringAlong(directory, manifest);
  await bundleDeclarations(dist, manifest);
  await shortenDeclarations(dist);
  return code;
}

/** Its first module, what that loads later, and the others. */
function alongLibrary({ entries: [first = "", ...others] }: Manifest): readonly string[] {
  return [first, LATER, ...others];
}

async function bundle(directory: string, manifest: Manifest, path: readonly string[]): Promise<void> {
  for (const { file, code, modules } of await bundleModules(directory, manifest, path)) {
    for (const brought of packagesOf(modules)) await copyLicense(brought, join(directory, "dist"));
    const to = join(directory, "dist", file);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, await compact(code));
  }
}

/** The exit code of TypeScript, which prints what it finds. */
async function declare(directory: string): Promise<number> {
  // The package's own compiler; the one that is a dependency here is what bundles declarations.
  const { resolve } = createRequire(join(directory, "package.json"));
  const typescript = dirname(resolve("typescript/package.json"));
  const args = [join(typescript, "bin/tsc"), "-p", "tsconfig.build.json", "--emitDeclarationOnly"];
  const tsc = spawn(process.execPath, args, { cwd: directory, stdio: "inherit" });
  const [code] = await once(tsc, "close");
  return code;
}
