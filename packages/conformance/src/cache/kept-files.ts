import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
  utimesSync,
} from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Files that need not be made again: each is named after a hash of all that it was made of. What stands in them is run,
 * and verdicts rest on it, so that nothing is read that another user could have written.
 */
export interface KeptFiles {
  readonly folder: string;
  /** `undefined` where there is no such file, or no reason to trust it. */
  read(name: string): string | undefined;
  /** Where it cannot be written, it is made anew the next time. */
  write(name: string, text: string): Promise<void>;
}

/** Those of a folder; by default in the user's own cache folder, or in `SETTLED_CACHE`. */
export function keptFiles(folder: string = cacheFolder()): KeptFiles {
  return {
    folder,
    read: (name) => (isOwn(folder) ? readOwn(join(folder, name)) : undefined),
    write: (name, text) => writeWhole(folder, join(folder, name), text).catch(() => undefined),
  };
}

function cacheFolder(): string {
  const { SETTLED_CACHE, XDG_CACHE_HOME } = process.env;
  return SETTLED_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "settled");
}

/** A folder that is the user's alone, made where it is missing; `false` where there is none. */
export function makeOwn(folder: string): boolean {
  try {
    makeFolder(folder);
    return isOwn(folder);
  } catch {
    return false;
  }
}

// `recursive` tries for ever where a folder lets nothing be made in it, and says that it is not there (/proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function isOwn(folder: string): boolean {
  try {
    const stats = statSync(folder);
    return stats.isDirectory() && isOurs(stats);
  } catch {
    return false;
  }
}

/** Looks at the very file that it reads, whatever its name leads to a moment later. */
function readOwn(file: string): string | undefined {
  try {
    const descriptor = openSync(file, "r");
    try {
      const stats = fstatSync(descriptor);
      if (!isOurs(stats)) return undefined;
      noteUse(file, stats);
      return readFileSync(descriptor, "utf8");
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** To say that a file was read takes longer than to read it, and a day more or less is no matter. */
const DAY = 86_400_000;

/** What is used is kept: where it cannot be said, it is made again one day. */
export function noteUse(path: string, known?: Stats): void {
  try {
    const { mtimeMs } = known ?? statSync(path);
    if (Date.now() - mtimeMs > DAY) utimesSync(path, new Date(), new Date());
  } catch {
    // A folder may be read-only.
  }
}

// Windows has no such numbers: there, the folders of a user are the user's.
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** A reader sees the whole file or none, also when two processes write it. */
async function writeWhole(folder: string, file: string, text: string): Promise<void> {
  makeFolder(folder);
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
  const [{ sweep }, { sweepCompiled }] = await Promise.all([
    import("./sweep.ts"),
    import("./sweep-compiled.ts"),
  ]);
  await sweep(folder);
  await sweepCompiled(join(folder, "compiled"));
}
