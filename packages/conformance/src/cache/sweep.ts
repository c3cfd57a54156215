import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const DAY = 86_400_000;

/** For how long a file is kept that nobody reads, in milliseconds. */
export const UNREAD: number = 30 * DAY;

/** How many are kept. */
const MOST = 500;

/** Ours alone: they are named after hashes, and so are their drafts. */
const OWN = /^[0-9a-f]{16,}\./;

/** Removes from a folder the files that were not read for 30 days, and of the others all but the last 500. */
export async function sweep(folder: string, now: number = Date.now()): Promise<void> {
  const names = (await readdir(folder)).filter((name) => OWN.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another process may sweep, too.
      const stats = await lstat(path).catch(() => undefined);
      return stats?.isFile() ? [{ path, read: stats.mtimeMs }] : [];
    }),
  );
  const newest = files.flat().sort((a, b) => b.read - a.read);
  const old = newest.filter(({ read }, index) => index >= MOST || now - read > UNREAD);
  for (const { path } of old) await rm(path, { force: true });
}
