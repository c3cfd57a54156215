import { randomUUID } from "node:crypto";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";

/** A lock that is had. */
export interface Lock {
  /**
   * Shows that its holder is there; to be called more often than `STALE`.
   *
   * @returns whether it is still had: who was away for long may have lost it
   * @throws the error of the file system where that cannot be told
   */
  keep(): Promise<boolean>;
  release(): Promise<void>;
}

/** Who has a lock: the id of a process, or nothing that tells. */
export interface Holder {
  readonly pid?: number;
}

/** For how long a lock is good that nobody keeps, in milliseconds: the id of a process alone may be another's by now. */
export const STALE = 10_000;

/**
 * Takes a lock: a file that names this process. One whose process is gone is taken over, so that a crash locks nobody
 * out.
 *
 * @param path of the lock itself
 * @returns who has it, if it cannot be had
 * @throws the error of the file system where the file cannot be written
 * @example
 * const lock = await takeLock("state.json.lock");
 * if ("release" in lock) await lock.release();
 */
export async function takeLock(path: string): Promise<Lock | Holder> {
  const own = `${process.pid} ${randomUUID()}`;
  // Each turn either ends or has seen a lock go: a few will do, whoever else tries.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await create(path, own)) return lockOf(path, own);
    const held = await read(path);
    if (held === undefined) continue;
    if (!held.isStale) return held.pid === undefined ? {} : { pid: held.pid };
    if (await takeOver(path, held.text, own)) return lockOf(path, own);
  }
  return {};
}

function lockOf(path: string, own: string): Lock {
  const keep = async () => {
    const held = await read(path);
    if (held === undefined) return create(path, own);
    if (held.text !== own) return false;
    const now = new Date();
    await utimes(path, now, now);
    return true;
  };
  return {
    keep,
    async release() {
      if ((await read(path))?.text === own) await rm(path, { force: true });
    },
  };
}

/** Whether it is this process's now. Only who has the claim may write, and looks again before. */
async function takeOver(path: string, stale: string, own: string): Promise<boolean> {
  const claim = `${path}.claim`;
  if (!(await create(claim, own))) {
    // Whoever had it has crashed within a moment.
    if ((await read(claim))?.isStale) await rm(claim, { force: true });
    return false;
  }
  try {
    if ((await read(path))?.text !== stale) return false;
    await writeFile(path, own);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function create(path: string, own: string): Promise<boolean> {
  try {
    await writeFile(path, own, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** What is known of a lock; nothing if there is none. */
async function read(
  path: string,
): Promise<{ readonly text: string; readonly pid?: number; readonly isStale: boolean } | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, "utf8"), await stat(path)];
    const [, pid] = /^([1-9]\d*) /.exec(text) ?? [];
    const isKept = Math.abs(Date.now() - mtimeMs) < STALE;
    if (pid === undefined) return { text, isStale: !isKept };
    return { text, pid: Number(pid), isStale: !isKept || !isAlive(Number(pid)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

// kill(2): signal 0 is sent to nobody, and tells whether somebody is there.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
