import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const SCOPE = "@settled";

/** The package of a provider's client. */
export function clientOf(provider: string): string {
  return `${SCOPE}/${provider}-client`;
}

/**
 * The providers whose clients are installed for `cwd`: in a folder upwards, or where a package manager that has no
 * such folders keeps what package.json asks for.
 */
export function installedProviders(cwd: string): string[] {
  const named = foldersUpwards(cwd).flatMap((folder) => [
    ...namesIn(join(folder, "node_modules", SCOPE)),
    ...dependenciesOf(join(folder, "package.json")),
  ]);
  const providers = named.flatMap((name) => /^@settled\/([^/]+)-client$/.exec(name)?.[1] ?? []);
  return [...new Set(providers)].filter((name) => isInstalled(name, cwd)).sort();
}

function isInstalled(provider: string, cwd: string): boolean {
  try {
    createRequire(join(cwd, "package.json")).resolve(`${clientOf(provider)}/openapi.json`);
    return true;
  } catch {
    return false;
  }
}

/** `cwd`, and every folder that it is in. */
export function foldersUpwards(cwd: string): string[] {
  const parent = dirname(cwd);
  return parent === cwd ? [cwd] : [cwd, ...foldersUpwards(parent)];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => `${SCOPE}/${name}`) : [];
}

function dependenciesOf(manifest: string): string[] {
  if (!existsSync(manifest)) return [];
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, "utf8")) as {
      dependencies?: object;
      devDependencies?: object;
    };
    const names = Object.keys({ ...dependencies, ...devDependencies });
    return names.filter((name) => name.startsWith(`${SCOPE}/`));
  } catch {
    // Someone else's file, which is no matter of ours.
    return [];
  }
}
