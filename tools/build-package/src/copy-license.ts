import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/**
 * Copies the licence of a package whose code or declarations are published with another's; of several with one, word for
 * word and by the same people, it stands once.
 *
 * @throws if it has none.
 */
export async function copyLicense({ name, folder }: BroughtPackage, dist: string): Promise<void> {
  const license = await readFile(join(folder, "LICENSE"), "utf8");
  await mkdir(join(dist, name), { recursive: true });
  const files = (await readdir(dist, { recursive: true })).filter((file) => basename(file) === "LICENSE");
  const others = await Promise.all(files.map((file) => readFile(join(dist, file), "utf8")));
  if (!others.includes(license)) await writeFile(join(dist, name, "LICENSE"), license);
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
