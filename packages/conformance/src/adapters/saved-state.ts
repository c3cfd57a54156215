import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { isObject, type Json } from "../document/json.ts";
import type { Sandbox } from "../sandbox/create-sandbox.ts";
import { TeachingError } from "../teaching-error.ts";
import { parseJsonText } from "../wire/parse-json-text.ts";

/** What of a sandbox is saved. */
export type Remembering = Pick<Sandbox, "snapshot" | "restore" | "revision">;

/** What tells the file from others. */
const KIND = "settled sandbox";

const LESSON = {
  where: "--state",
  expected: "a file that the sandbox wrote, or none there yet",
  example: "--state sandbox.json",
};

/**
 * Lets a sandbox go on from a file, if there is one.
 *
 * @returns the names of the services that begin afresh although there was a file
 * @throws TeachingError when it cannot be read, or is another file.
 */
export async function restoreState(path: string, sandbox: Remembering): Promise<readonly string[]> {
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
    return parseJsonText(text) as Json;
  } catch (cause) {
    throw new TeachingError({ what: `${path} is ${(cause as Error).message}`, ...LESSON }, { cause });
  }
}

/**
 * Writes what a sandbox remembers, whole or not at all.
 *
 * @throws TeachingError when it cannot be written.
 */
export async function writeState(path: string, sandbox: Remembering): Promise<void> {
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

/** The error of a file that cannot be written. */
export function unwritable(path: string, cause: NodeJS.ErrnoException): TeachingError {
  const what = `cannot write ${path}: ${cause.code}`;
  const expected = "a file in a folder that exists and can be written to";
  return new TeachingError({ ...LESSON, what, expected }, { cause });
}
