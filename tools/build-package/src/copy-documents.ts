import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Copies into `dist` what a package publishes of the workspace's own: for `./dist/specs/*`, the documents in the
 * folders of `specs`. That directory is the registry: whatever is there comes along.
 *
 * @throws if the workspace has no such folder.
 */
export async function copyDocuments(directory: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const source = join(directory, "../..", folder);
    for (const path of await readdir(source, { recursive: true })) {
      if (!path.endsWith(".yaml")) continue;
      const target = join(directory, "dist", folder, path);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(source, path), target);
    }
  }
}
