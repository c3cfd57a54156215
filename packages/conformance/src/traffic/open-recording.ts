import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import { parseJsonText } from "../wire/parse-json-text.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { cassetteFault } from "./cassette-fault.ts";
import type { SomeLine } from "./open-cassette.ts";
import { readCassetteHeader } from "./read-cassette-header.ts";
import { readHarEntry } from "./read-har-entry.ts";
import { readLines } from "./read-lines.ts";
import type { CassetteHeader } from "./recorded.ts";
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
  return { kind: "cassette", header, lines: () => readCassette(path, header) };
}

const LONGEST_HEADER = 64 * 1024;

async function readBeginning(path: string): Promise<string> {
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0)
      .finally(() => file.close());
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new TeachingError({ what: `cannot read ${path}: ${code}`, expected: EXPECTED }, { cause });
  }
}

const EXPECTED = "a HAR 1.2 file, or a cassette that settled wrote";

/** How files begin that would be one, were they not wrapped otherwise. */
const UNREADABLE: readonly {
  readonly begins: readonly string[];
  readonly is: string;
  readonly by: string;
}[] = [
  { begins: ["\x1f\uFFFD"], is: "packed with gzip", by: "gunzip traffic.har.gz" },
  { begins: ["PK\x03\x04"], is: "a ZIP archive", by: "unzip traffic.zip" },
  {
    begins: ["\uFFFD\uFFFD{\0", "\uFFFD\uFFFD\0{", "{\0", "\0{"],
    is: "UTF-16",
    by: "iconv -f UTF-16 -t UTF-8 traffic.har > utf-8.har",
  },
];

function readHeader(beginning: string, path: string): CassetteHeader | undefined {
  const [line = ""] = beginning.split("\n", 1);
  if (line.startsWith('{"cassette":')) return readCassetteHeader(parse(line, path, 1), path);
  if (beginning.trim() === "") {
    throw new TeachingError({ what: `${path} is empty`, expected: EXPECTED });
  }
  const known = UNREADABLE.find(({ begins }) => begins.some((one) => beginning.startsWith(one)));
  if (!known) return undefined;
  throw new TeachingError({ what: `${path} is ${known.is}`, expected: EXPECTED, example: known.by });
}

async function* readCassette(path: string, { kind }: CassetteHeader): AsyncGenerator<SomeLine> {
  let number = 0;
  let broken: TeachingError | undefined;
  let isOver = false;
  for await (const text of readLines(createReadStream(path, { highWaterMark: 1 << 20 }))) {
    // The last one breaks off where the process was killed that wrote it; no other does.
    if (broken) throw broken;
    number += 1;
    if (number === 1 || text === "") continue;
    let line: unknown;
    try {
      line = parse(text, path, number);
    } catch (error) {
      broken = error as TeachingError;
      continue;
    }
    const fault = isOver ? "it follows the end of the run" : cassetteFault(line, kind);
    if (fault !== undefined) throw noLine(fault, path, number);
    isOver = "end" in (line as SomeLine);
    yield line as SomeLine;
  }
}

async function* readHar(path: string): AsyncGenerator<Captured | Unjudged> {
  let number = 0;
  try {
    for await (const text of splitHar(createReadStream(path, { highWaterMark: 1 << 20 }))) {
      number += 1;
      yield readHarEntry(parseJsonText(text) as Parameters<typeof readHarEntry>[0]);
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const what = `${path} is no HAR 1.2 file: ${cause.message}`;
    throw new TeachingError({ what, where: `after ${number} entries`, expected: EXPECTED }, { cause });
  }
}

function parse(line: string, path: string, number: number): unknown {
  try {
    return parseJsonText(line);
  } catch (cause) {
    throw noLine((cause as Error).message, path, number, cause);
  }
}

function noLine(why: string, path: string, number: number, cause?: unknown): TeachingError {
  const lesson = { what: `no line of a cassette: ${why}`, where: `${path}:${number}`, expected: EXPECTED };
  return new TeachingError(lesson, { cause });
}
