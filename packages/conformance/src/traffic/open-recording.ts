import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import type { Captured, Unjudged } from "./captured.ts";
import type { SomeLine } from "./open-cassette.ts";
import { readHarEntry } from "./read-har-entry.ts";
import { readLines } from "./read-lines.ts";
import { type CassetteHeader, FORMAT } from "./recorded.ts";
import { splitHar } from "./split-har.ts";

/** Recorded traffic, to be read from its beginning as often as it takes. */
export type Recording =
  | {
      readonly kind: "cassette";
      readonly header: CassetteHeader;
      lines(): AsyncGenerator<SomeLine>;
    }
  | { readonly kind: "har"; exchanges(): AsyncGenerator<Captured | Unjudged> };

/**
 * Opens a cassette or a HAR 1.2 file, whichever it is.
 *
 * @throws TeachingError when it is neither, or cannot be read.
 */
export async function openRecording(path: string): Promise<Recording> {
  const header = readHeader(await readBeginning(path), path);
  if (!header) return { kind: "har", exchanges: () => readHar(path) };
  return { kind: "cassette", header, lines: () => readCassette(path) };
}

const LONGEST_HEADER = 64 * 1024;

async function readBeginning(path: string): Promise<string> {
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0)
      .finally(() => file.close());
    return buffer.toString("utf8", 0, bytesRead);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new TeachingError({ what: `cannot read ${path}: ${code}`, expected: EXPECTED }, { cause });
  }
}

const EXPECTED = "a HAR 1.2 file, or a cassette that settled wrote";

function readHeader(beginning: string, path: string): CassetteHeader | undefined {
  const [line = ""] = beginning.split("\n", 1);
  if (!line.startsWith('{"cassette":')) return undefined;
  const header = parse<CassetteHeader>(line, path, 1);
  if (header.cassette === FORMAT) return header;
  const expected = `a cassette of format ${FORMAT}; a newer settled reads newer ones`;
  throw new TeachingError({ what: `a cassette of format ${header.cassette}`, where: path, expected });
}

async function* readCassette(path: string): AsyncGenerator<SomeLine> {
  let number = 0;
  let broken: TeachingError | undefined;
  for await (const text of readLines(createReadStream(path, { highWaterMark: 1 << 20 }))) {
    // The last one breaks off where the process was killed that wrote it; no other does.
    if (broken) throw broken;
    number += 1;
    if (number === 1 || text === "") continue;
    let line: SomeLine;
    try {
      line = parse(text, path, number);
    } catch (error) {
      broken = error as TeachingError;
      continue;
    }
    yield line;
  }
}

async function* readHar(path: string): AsyncGenerator<Captured | Unjudged> {
  let number = 0;
  try {
    for await (const text of splitHar(createReadStream(path, { highWaterMark: 1 << 20 }))) {
      number += 1;
      yield readHarEntry(JSON.parse(text));
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const what = `${path} is no HAR 1.2 file: ${cause.message}`;
    throw new TeachingError({ what, where: `after ${number} entries`, expected: EXPECTED }, { cause });
  }
}

function parse<Line>(line: string, path: string, number: number): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    const what = `no line of a cassette: ${(cause as Error).message}`;
    throw new TeachingError({ what, where: `${path}:${number}`, expected: EXPECTED }, { cause });
  }
}
