import { createRequire } from "node:module";
import { join } from "node:path";

/** The package of a provider's client. */
export function clientOf(provider: string): string {
  return `@settled/${provider}-client`;
}

/** Whether a provider's client is installed for `cwd`, in whatever way its package manager keeps it. */
export function isInstalled(provider: string, cwd: string): boolean {
  try {
    createRequire(join(cwd, "package.json")).resolve(clientOf(provider));
    return true;
  } catch {
    return false;
  }
}
