import { TeachingError } from "../teaching-error.ts";
import { type Holder, type Lock, takeLock } from "./lock-file.ts";
import { type Remembering, restoreState, unwritable, writeState } from "./saved-state.ts";

/** A file that holds what a sandbox remembers. */
export interface StateFile {
  /** The names of the services that begin afresh although there was a file. */
  readonly afresh: readonly string[];
  /** Writes what changed, and no more from then on: another sandbox may have the file. */
  close(): Promise<void>;
}

/** How often it is written at the most, in milliseconds. */
const INTERVAL = 1000;

/**
 * Lets a sandbox go on from a file, and keeps the file up to date: written whole or not at all, and readable for its
 * owner alone, since tokens are in it. As long as it is open no other sandbox has it: `<path>.lock` tells.
 *
 * @param complain is told when it cannot be written later on
 * @throws TeachingError when it cannot be read or written, is another file, or another sandbox has it; it is left as it
 *   is.
 * @example
 * const file = await openStateFile("sandbox.json", sandbox, console.error);
 */
export async function openStateFile(
  path: string,
  sandbox: Remembering,
  complain: (message: string) => void,
): Promise<StateFile> {
  const lock = await lockFor(path);
  let afresh: readonly string[];
  let written: number;
  try {
    afresh = await restoreState(path, sandbox);
    written = sandbox.revision;
    await writeState(path, sandbox);
  } catch (error) {
    await lock.release();
    throw error;
  }
  let healthy = true;
  const timer = setInterval(() => {
    pending = pending.then(save).then(recovered, failed);
  }, INTERVAL);
  timer.unref();
  let pending: Promise<void> = Promise.resolve();
  return {
    afresh,
    async close() {
      clearInterval(timer);
      try {
        await pending;
        await save();
      } finally {
        await lock.release();
      }
    },
  };

  async function save(): Promise<void> {
    const isOurs = await lock.keep().catch((cause: Error) => {
      throw unwritable(path, cause);
    });
    if (!isOurs) throw taken(path, {});
    const { revision } = sandbox;
    if (revision === written && healthy) return;
    await writeState(path, sandbox);
    written = revision;
  }

  function recovered(): void {
    healthy = true;
  }

  function failed(error: Error): void {
    if (healthy) complain(error.message);
    healthy = false;
  }
}

async function lockFor(path: string): Promise<Lock> {
  const lock = await takeLock(`${path}.lock`).catch((cause: Error) => {
    throw unwritable(path, cause);
  });
  if ("release" in lock) return lock;
  throw taken(path, lock);
}

function taken(path: string, { pid }: Holder): TeachingError {
  return new TeachingError({
    what: `another sandbox${pid === undefined ? "" : ` (process ${pid})`} has ${path}`,
    where: "--state",
    expected: `a file for each sandbox; ${path}.lock says whose this one is`,
    example: "--state another.json",
  });
}
