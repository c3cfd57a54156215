import { type FileHandle, open } from "node:fs/promises";
import type { Part } from "../report/format-json.ts";

/** In bytes. */
const BLOCK = 1 << 20;

/** Writes a file of many small parts: all into one and the same block, since a buffer for each would cost more than its text. */
export async function writeParts(path: string, parts: Iterable<Part>): Promise<void> {
  const file = await open(path, "w");
  try {
    await write(file, parts);
  } finally {
    await file.close();
  }
}

async function write(file: FileHandle, parts: Iterable<Part>): Promise<void> {
  const block = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  for (const part of parts) {
    // UTF-8 takes three bytes at the most for what is one character here.
    const longest = typeof part === "string" ? part.length * 3 : part.length;
    if (longest > BLOCK - filled) {
      await file.writeFile(block.subarray(0, filled));
      filled = 0;
    }
    if (longest > BLOCK) await file.writeFile(part);
    else filled += typeof part === "string" ? block.write(part, filled) : part.copy(block, filled);
  }
  await file.writeFile(block.subarray(0, filled));
}
