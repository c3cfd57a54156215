import { execFile } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { promisify } from "node:util";
import { pack as packTo } from "bench/src/pack.ts";

const run = promisify(execFile);

/** What of a published package.json is promised. */
export interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly provenance?: unknown };
}

/** A package as it would be published. */
export interface Packed {
  readonly manifest: Manifest;
  readonly tarball: Uint8Array<ArrayBuffer>;
  /** Text of each file, by its path in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/** Packs a package of the workspace, and unpacks it where `folder` would have it installed. */
export async function pack(directory: string, folder: string): Promise<Packed> {
  const into = join(folder, "tarball", basename(directory));
  await mkdir(into, { recursive: true });
  const name = await packTo(directory, into);
  const tarball = new Uint8Array(await readFile(join(into, name)));
  const source = JSON.parse(await readFile(join(directory, "package.json"), "utf8")) as Manifest;
  const installed = join(folder, "node_modules", source.name);
  await mkdir(installed, { recursive: true });
  // By its name alone: to some, what stands before a colon is the name of another machine.
  await run("tar", ["-xzf", name, "-C", installed, "--strip-components=1"], { cwd: into });
  const files = new Map<string, string>();
  for (const path of await readdir(installed, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    files.set(file.slice(installed.length + 1).replaceAll(sep, "/"), await readFile(file, "utf8"));
  }
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as Manifest;
  return { manifest, tarball, files };
}
