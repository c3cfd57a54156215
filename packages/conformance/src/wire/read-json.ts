import type { Json } from "../document/json.ts";
import { below, type Pointer } from "../document/pointer.ts";
import { exactSurrogate } from "./exact-number.ts";
import { keepsAll } from "./keeps-all.ts";

/** What a JSON text says, including what `JSON.parse` hides. */
export interface JsonReading {
  /**
   * The value. A number that a double cannot hold is replaced by a double of the same kind: whole or not,
   * inside or outside of int64. It is fit to be judged, not to be shown.
   */
  readonly value: Json;
  /** Members that stand more than once in their object; `JSON.parse` keeps the last. */
  readonly duplicates: readonly Pointer[];
}

/**
 * Reads JSON from bytes, exactly.
 *
 * @throws SyntaxError when the text is not JSON, not UTF-8, or begins with a byte order mark.
 * @throws RangeError when it is nested deeper than anybody has room for.
 */
export function readJson(bytes: Uint8Array): JsonReading {
  return readJsonText(decodeUtf8(bytes));
}

// Made once: that takes longer than to decode what most answers hold.
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Decodes strictly: no byte order mark is dropped, no broken sequence replaced. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new SyntaxError("the body is not UTF-8");
  }
}

export function readJsonText(text: string): JsonReading {
  // RFC 8259 §8.1: a byte order mark must not be added.
  if (text.startsWith("\uFEFF")) throw new SyntaxError("the body begins with a byte order mark");
  const parsed: Json = JSON.parse(text);
  if (keepsAll(text, parsed)) return { value: parsed, duplicates: [] };
  const root = [parsed];
  const duplicates: Pointer[] = [];
  // `text` is known to be JSON from here on, so the scan can be simple.
  let at = 0;
  const steps: (string | number)[] = [];
  scan(root as unknown as Container, 0);
  return { value: root[0] ?? null, duplicates };

  /** @param step where in its container the value stands that is read */
  function scan(container: Container, step: string | number): void {
    skipSpace();
    const start = text.charCodeAt(at);
    const value = container[step] ?? {};
    if (start === OPEN_BRACE) scanObject(value as Container);
    else if (start === OPEN_BRACKET) scanArray(value as Container);
    else if (start === QUOTE) skipString();
    else scanScalar(container, step);
  }

  function scanObject(object: Container): void {
    const seen = new Set<string>();
    at += 1;
    for (skipSpace(); text.charCodeAt(at) !== BRACE; skipComma()) {
      const key = readKey(skipString());
      if (seen.has(key)) duplicates.push(below("#", ...steps, key));
      seen.add(key);
      skipSpace();
      at += 1;
      steps.push(key);
      // The member that `JSON.parse` kept is the last of its name, so its kind may differ from this one's.
      scan(object, key);
      steps.pop();
    }
    at += 1;
  }

  function scanArray(array: Container): void {
    at += 1;
    skipSpace();
    for (let index = 0; text.charCodeAt(at) !== BRACKET; index += 1, skipComma()) {
      steps.push(index);
      scan(array, index);
      steps.pop();
    }
    at += 1;
  }

  function scanScalar(container: Container, step: string | number): void {
    const start = at;
    while (at < text.length && !isEnd(text.charCodeAt(at))) at += 1;
    const surrogate = exactSurrogate(text.slice(start, at));
    if (surrogate !== undefined) container[step] = surrogate;
  }

  function skipString(): string {
    const start = at;
    for (at += 1; text.charCodeAt(at) !== QUOTE; at += 1) if (text.charCodeAt(at) === BACKSLASH) at += 1;
    at += 1;
    return text.slice(start, at);
  }

  function skipComma(): void {
    skipSpace();
    if (text.charCodeAt(at) !== COMMA) return;
    at += 1;
    skipSpace();
  }

  function skipSpace(): void {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  }
}

/** An object by its names, an array by its places. */
type Container = Record<string | number, Json>;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, BRACKET, OPEN_BRACE, BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** RFC 8259 §2: what means nothing between the parts of a text. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isEnd(code: number): boolean {
  return code === COMMA || code === BRACE || code === BRACKET || isSpace(code);
}

function readKey(token: string): string {
  return token.includes("\\") ? JSON.parse(token) : token.slice(1, -1);
}
