import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { isObject, type Json } from "../document/json.ts";
import type { Sandbox } from "../sandbox/create-sandbox.ts";
import { TeachingError } from "../teaching-error.ts";
import { type Holder, type Lock, takeLock } from "./lock-file.ts";

/** A file that holds what a sandbox remembers. */
export interface StateFile {
  /** The names of the services that begin afresh although there was a file. */
  readonly afresh: readonly string[];
  /** Writes what changed, and no more from then on: another sandbox may have the file. */
  close(): Promise<void>;
}

/** What tells the file from others. */
const KIND = "settled sandbox";
/** How often it is written at the most, in milliseconds. */
const INTERVAL = 1000;

type Remembering = Pick<Sandbox, "snapshot" | "restore" | "revision">;

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
    afresh = await restoreFrom(path, sandbox);
    written = sandbox.revision;
    await write(path, sandbox);
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
    await write(path, sandbox);
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

async function restoreFrom(path: string, sandbox: Remembering): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw new TeachingError({ what: `cannot read ${path}: ${cause.code}`, ...LESSON }, { cause });
  });
  if (text === undefined) return [];
  const held = parse(path, text);
  if (!isObject(held) || held.kind !== KIND) {
    throw new TeachingError({ what: `${path} holds something else than a sandbox's state`, ...LESSON });
  }
  try {
    return sandbox.restore(held.state ?? null);
  } catch (cause) {
    if (!(cause instanceof TeachingError)) throw cause;
    const { what, expected = LESSON.expected } = cause.lesson;
    throw new TeachingError({ ...LESSON, what: `${path}: ${what}`, expected }, { cause });
  }
}

function parse(path: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new TeachingError(
      { what: `${path} is no JSON: ${(cause as Error).message}`, ...LESSON },
      { cause },
    );
  }
}

const LESSON = {
  where: "--state",
  expected: "a file that the sandbox wrote, or none there yet",
  example: "--state sandbox.json",
};

async function write(path: string, sandbox: Remembering): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const text = JSON.stringify({ kind: KIND, savedAt: new Date().toISOString(), state: sandbox.snapshot() });
  try {
    await writeFile(draft, text, { mode: 0o600, flag: "wx" });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw unwritable(path, cause as Error);
  }
}

function unwritable(path: string, cause: NodeJS.ErrnoException): TeachingError {
  const what = `cannot write ${path}: ${cause.code}`;
  const expected = "a file in a folder that exists and can be written to";
  return new TeachingError({ ...LESSON, what, expected }, { cause });
}
