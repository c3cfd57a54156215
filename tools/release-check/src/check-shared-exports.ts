import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What two entry points of a package export by the same name is one thing: else an error that one of them throws is no
 * `RequestError` of the other.
 *
 * @param folder where the package is unpacked
 * @param exports of its package.json
 */
export async function checkSharedExports(folder: string, exports: unknown): Promise<string[]> {
  const found = new Map<string, { readonly subpath: string; readonly value: unknown }>();
  const findings: string[] = [];
  for (const [subpath, target] of Object.entries((exports ?? {}) as Record<string, unknown>)) {
    const file = (target as { readonly default?: string } | null)?.default;
    if (!file?.endsWith(".js")) continue;
    const module: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href);
    for (const [name, value] of Object.entries(module)) {
      const other = found.get(name);
      if (other && other.value !== value)
        findings.push(`${name}: is another in ${subpath} than in ${other.subpath}`);
      found.set(name, other ?? { subpath, value });
    }
  }
  return findings;
}
