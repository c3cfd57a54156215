import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import type { CassetteEnd, CassetteHeader, CassetteLine } from "./recorded.ts";

/** A cassette that is being written, line by line. */
export interface CassetteWriter {
  write(line: CassetteLine | CassetteEnd): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins a new cassette, which nobody but its owner may read.
 *
 * @throws TeachingError when the file is there already, or cannot be written.
 */
export async function openCassette(path: string, header: CassetteHeader): Promise<CassetteWriter> {
  // Another file's permissions would be kept, and where a link leads is not known: so it must be a new one.
  const file = await open(path, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
    const isThere = cause.code === "EEXIST";
    throw unwritable(isThere ? `${path} is there already` : `cannot write ${path}: ${cause.code}`, cause);
  });
  let queue: Promise<unknown> = file.write(`${JSON.stringify(header)}\n`);
  return {
    write(line) {
      const text = `${JSON.stringify(line)}\n`;
      queue = queue.then(() => file.write(text));
      return queue.then(() => undefined);
    },
    async close() {
      await queue.finally(() => file.close());
    },
  };
}

/**
 * Says before a run what would be known after it.
 *
 * @throws TeachingError when the file is there already.
 */
export function checkCassette(path: string): void {
  if (existsSync(path)) throw unwritable(`${path} is there already`);
}

function unwritable(what: string, cause?: Error): TeachingError {
  const expected = "a new file in a folder that exists and can be written to";
  const lesson = { what, where: "--cassette", expected, example: "--cassette run.jsonl" };
  return new TeachingError(lesson, cause && { cause });
}
