import { type Holder, type Lock, STALE, takeLock } from "../adapters/lock-file.ts";
import { TeachingError } from "../teaching-error.ts";

/** A cassette that no other run writes to, as long as this one goes. */
export interface CassetteLock {
  /** @throws TeachingError where another run has it by now, since this one was halted for long. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Keeps other runs from a cassette: two that went on with it would ask for the same, and the later end would put its own
 * account in place of the other's. `<path>.lock` says whose it is.
 *
 * @throws TeachingError where another run has it, or the lock cannot be written.
 */
export async function lockCassette(path: string): Promise<CassetteLock> {
  const lock = await lockFor(path);
  // In turn, or one that is on its way would come back after the release.
  let turn: Promise<boolean> = Promise.resolve(true);
  const keep = () => {
    turn = turn.then((had) => had && lock.keep().catch(() => true));
    return turn;
  };
  const timer = setInterval(keep, STALE / 5);
  timer.unref();
  return {
    async check() {
      if (!(await keep())) throw taken(path, {});
    },
    async release() {
      clearInterval(timer);
      await turn;
      turn = Promise.resolve(false);
      await lock.release();
    },
  };
}

async function lockFor(path: string): Promise<Lock> {
  const lock = await takeLock(`${path}.lock`).catch((cause: NodeJS.ErrnoException) => {
    const what = `cannot write ${path}.lock: ${cause.code}`;
    const expected = "a cassette in a folder that exists and can be written to";
    throw new TeachingError({ what, where: "--cassette", expected }, { cause });
  });
  if ("release" in lock) return lock;
  throw taken(path, lock);
}

function taken(path: string, { pid }: Holder): TeachingError {
  return new TeachingError({
    what: `another run${pid === undefined ? "" : ` (process ${pid})`} writes to ${path}`,
    where: "--cassette",
    expected: `one run at a time; ${path}.lock says whose it is`,
    example: "--resume, once that run has ended",
  });
}
