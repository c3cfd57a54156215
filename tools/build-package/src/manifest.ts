import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Of a name that a package has for a module (`#hash`), the file of `dist` that each condition means. */
export type Chosen = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Manifest {
  /** The sources of the published modules: `src/index.ts` for `./dist/index.js`. */
  readonly entries: readonly string[];
  /** The packages that are installed with it; the code of any other that it imports is bundled. */
  readonly dependencies: readonly string[];
  /** Whether it has a command. */
  readonly isProgram: boolean;
  /** The modules that depend on where a program runs. */
  readonly chosen: Chosen;
  /** The folders of data in `dist`: `specs` for `./dist/specs/*`. */
  readonly folders: readonly string[];
}

interface PackageJson {
  readonly dependencies?: object;
  readonly peerDependencies?: object;
  readonly publishConfig?: {
    readonly exports?: unknown;
    readonly imports?: Chosen;
    readonly bin?: unknown;
  };
}

/** Reads from package.json which modules a package publishes: to all the world, and as a command. */
export async function readManifest(directory: string): Promise<Manifest> {
  const {
    publishConfig = {},
    dependencies,
    peerDependencies,
  } = JSON.parse(await readFile(join(directory, "package.json"), "utf8")) as PackageJson;
  const { exports, imports = {}, bin } = publishConfig;
  const files = [exports, bin].flatMap(leaves);
  const modules = files.flatMap((file) => /^\.\/dist\/(.+)\.js$/.exec(file)?.[1] ?? []);
  const folders = files.flatMap((file) => /^\.\/dist\/(.+)\/\*$/.exec(file)?.[1] ?? []);
  return {
    entries: [...new Set(modules)].map((name) => `src/${name}.ts`),
    dependencies: Object.keys({ ...dependencies, ...peerDependencies }),
    isProgram: bin !== undefined,
    chosen: imports,
    folders,
  };
}

/** The files of a map of conditions, however deep (Node.js, "Conditional exports"). */
function leaves(map: unknown): string[] {
  if (typeof map === "string") return [map];
  return typeof map === "object" && map !== null ? Object.values(map).flatMap(leaves) : [];
}
