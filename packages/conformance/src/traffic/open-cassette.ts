import { existsSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import type { CassetteEnd, CassetteHeader, CassetteLine, CassetteSent } from "./recorded.ts";

/** Any line of a cassette but its first. */
export type SomeLine = CassetteLine | CassetteSent | CassetteEnd;

/** A cassette that is being written, line by line: what was written outlives the process. */
export interface CassetteWriter {
  write(line: SomeLine): Promise<void>;
  /** Puts these lines in place of all that stands there: all of them, or, if it breaks off, none. */
  replace(header: CassetteHeader, lines: readonly SomeLine[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins a new cassette, which nobody but its owner may read.
 *
 * @throws TeachingError when the file is there already, or cannot be written.
 */
export async function openCassette(path: string, header: CassetteHeader): Promise<CassetteWriter> {
  // Another file's permissions would be kept, and where a link leads is not known: so it must be a new one.
  const file = await create(path);
  await written(path, file.appendFile(textOf(header)));
  return writerOf(path, file);
}

/**
 * Goes on with a cassette, of which these lines stay.
 *
 * @throws TeachingError when it cannot be written.
 */
export async function reopenCassette(
  path: string,
  header: CassetteHeader,
  lines: readonly SomeLine[],
): Promise<CassetteWriter> {
  return writerOf(path, await renew(path, header, lines));
}

/**
 * Says before a run what would be known after it.
 *
 * @throws TeachingError when the file is there already.
 */
export function checkCassette(path: string): void {
  if (existsSync(path)) throw unwritable(`${path} is there already`);
}

function writerOf(path: string, begun: FileHandle): CassetteWriter {
  let file = begun;
  let queue: Promise<unknown> = Promise.resolve();
  const next = (work: () => Promise<unknown>) => {
    queue = queue.then(work);
    return queue.then(() => undefined);
  };
  return {
    write: (line) => next(() => written(path, file.appendFile(textOf(line)))),
    replace: (header, lines) =>
      next(async () => {
        const whole = await renew(path, header, lines);
        await file.close();
        file = whole;
      }),
    close: () => queue.finally(() => file.close()).then(() => undefined),
  };
}

/** A file of that name which holds the lines, in place of the one before; a reader sees the one or the other. */
async function renew(path: string, header: CassetteHeader, lines: readonly SomeLine[]): Promise<FileHandle> {
  const draft = `${path}.new`;
  // What a process left that was killed in the midst of it.
  await rm(draft, { force: true });
  const file = await create(draft);
  try {
    await written(path, file.writeFile([header, ...lines].map(textOf).join("")));
    await rename(draft, path);
    return file;
  } catch (error) {
    await file.close();
    await rm(draft, { force: true });
    throw error;
  }
}

async function create(path: string): Promise<FileHandle> {
  return open(path, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
    const isThere = cause.code === "EEXIST";
    throw unwritable(isThere ? `${path} is there already` : `cannot write ${path}: ${cause.code}`, cause);
  });
}

/** A disk may be full by now, which is no fault of ours. */
function written(path: string, work: Promise<unknown>): Promise<unknown> {
  return work.catch((cause: NodeJS.ErrnoException) => {
    throw unwritable(`cannot write ${path}: ${cause.code}`, cause);
  });
}

function textOf(line: CassetteHeader | SomeLine): string {
  return `${JSON.stringify(line)}\n`;
}

function unwritable(what: string, cause?: Error): TeachingError {
  const expected = "a new file in a folder that exists and can be written to; --resume goes on with one";
  const lesson = { what, where: "--cassette", expected, example: "--cassette run.jsonl" };
  return new TeachingError(lesson, cause && { cause });
}
