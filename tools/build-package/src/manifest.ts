import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Manifest {
  /** The sources of the published modules: `src/index.ts` for `./dist/index.js`. */
  readonly entries: readonly string[];
  /** The packages that are installed with it; the code of any other that it imports is bundled. */
  readonly dependencies: readonly string[];
  /** Whether it has a command. */
  readonly isProgram: boolean;
  /**
   * Modules that the package knows by a name wherever it runs, and where they are: `#operations`, `dist/operations.js`.
   * By its path, Node finds a module sooner than by such a name.
   */
  readonly named: Readonly<Record<string, string>>;
}

interface PackageJson {
  readonly dependencies?: object;
  readonly peerDependencies?: object;
  readonly publishConfig?: {
    readonly exports?: unknown;
    readonly imports?: Readonly<Record<string, unknown>>;
    readonly bin?: unknown;
  };
}

/** Reads from package.json which modules a package publishes: to all the world, to itself, and as a command. */
export async function readManifest(directory: string): Promise<Manifest> {
  const {
    publishConfig = {},
    dependencies,
    peerDependencies,
  } = JSON.parse(await readFile(join(directory, "package.json"), "utf8")) as PackageJson;
  const { exports, imports, bin } = publishConfig;
  const files = [exports, imports, bin].flatMap(leaves);
  const modules = files.flatMap((file) => /^\.\/dist\/(.+)\.js$/.exec(file)?.[1] ?? []);
  const named = Object.entries(imports ?? {}).filter(([, target]) => typeof target === "string");
  return {
    entries: [...new Set(modules)].map((name) => `src/${name}.ts`),
    dependencies: Object.keys({ ...dependencies, ...peerDependencies }),
    isProgram: bin !== undefined,
    named: Object.fromEntries(named.map(([name, target]) => [name, String(target).replace(/^\.\//, "")])),
  };
}

/** The files of a map of conditions, however deep (Node.js, "Conditional exports"). */
function leaves(map: unknown): string[] {
  if (typeof map === "string") return [map];
  return typeof map === "object" && map !== null ? Object.values(map).flatMap(leaves) : [];
}
