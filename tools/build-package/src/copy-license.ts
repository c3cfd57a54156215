import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Copies the licence of a package whose code or declarations are published with another's.
 *
 * @throws if it has none.
 */
export async function copyLicense({ name, folder }: BroughtPackage, dist: string): Promise<void> {
  await mkdir(join(dist, name), { recursive: true });
  await copyFile(join(folder, "LICENSE"), join(dist, name, "LICENSE"));
}

/** A package that nobody installs, since what is needed of it is published with another. */
export interface BroughtPackage {
  readonly name: string;
  /** Where it is. */
  readonly folder: string;
}

const IN_PACKAGE = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

/** The packages that modules are of. */
export function packagesOf(modules: readonly string[]): BroughtPackage[] {
  const found = modules.flatMap((path) => {
    const [folder, name] = IN_PACKAGE.exec(path.replaceAll("\\", "/")) ?? [];
    return folder !== undefined && name !== undefined ? [[folder, { name, folder }] as const] : [];
  });
  return [...new Map(found).values()];
}
