import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { UNREAD } from "./sweep.ts";

/** How many files of one Node are kept: of an installed kit there are some 300. */
const MOST = 4000;

/** As Node names its folders: after itself, what it runs on, and its flags. */
const OWN = /^v\d+\.\d+\.\d+-/;

/**
 * Node never removes what it compiled. Removes whole folders, each of which Node makes again: those of a Node that was
 * not used for 30 days, and those that many installations, one after the other, have filled.
 */
export async function sweepCompiled(folder: string, now: number = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.filter((name) => OWN.test(name)).map((name) => join(folder, name))) {
    // Another process may sweep, too.
    const stats = await lstat(path).catch(() => undefined);
    if (!stats?.isDirectory()) continue;
    const isIdle = now - stats.mtimeMs > UNREAD;
    if (isIdle || (await readdir(path)).length > MOST) await rm(path, { recursive: true, force: true });
  }
}
