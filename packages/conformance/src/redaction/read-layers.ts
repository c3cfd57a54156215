import { createRequire } from "node:module";
import type { decodeHTMLStrict as DecodeHtml } from "entities/decode";

/** A text as a reader would decode it, able to say where in the original each part stands. */
export interface Layer {
  readonly text: string;
  /** Where in the original a character begins, by its index; one more entry for the end. */
  readonly starts: readonly number[] | undefined;
}

// What is decoded over and over has an end: each layer is shorter than the one before.
const DEEPEST = 6;

// One sequence of any of the usual kinds. Runs are taken whole: a character may take several bytes, or two code units.
const ESCAPE =
  /(?:%[\da-f]{2})+|(?:%u[\da-f]{4})+|(?:\\u[\da-f]{4})+|\\u\{[\da-f]{1,6}\}|\\U[\da-f]{8}|\\x[\da-f]{2}|\\["'`\\/bfnrt]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/**
 * A text as it stands, and then with its escapes decoded, once more for each level of them: percent-encoding, the
 * backslashes of JSON and JavaScript, the references of HTML and XML, in any mixture.
 */
export function readLayers(text: string): Layer[] {
  const layers: Layer[] = [{ text, starts: undefined }];
  while (layers.length < DEEPEST) {
    const next = decode(layers.at(-1) as Layer);
    if (!next) break;
    layers.push(next);
  }
  return layers;
}

/** Where in the original text a part of a layer stands. */
export function originalSpan({ starts }: Layer, start: number, end: number): [start: number, end: number] {
  return starts ? [starts[start] ?? 0, starts[end] ?? 0] : [start, end];
}

function decode({ text, starts }: Layer): Layer | undefined {
  if (!/[%\\&]/.test(text)) return undefined;
  const positions: number[] = [];
  const at = (index: number) => (starts ? (starts[index] ?? 0) : index);
  let decoded = "";
  let read = 0;
  for (const { 0: sequence, index } of text.matchAll(ESCAPE)) {
    const characters = decodeEscape(sequence);
    if (characters.map(([character]) => character).join("") === sequence) continue;
    for (let i = read; i < index; i += 1) positions.push(at(i));
    decoded += text.slice(read, index);
    for (const [character, offset] of characters) {
      // Of a character outside the first plane, both halves begin where it does.
      for (let unit = 0; unit < character.length; unit += 1) positions.push(at(index + offset));
      decoded += character;
    }
    read = index + sequence.length;
  }
  if (read === 0) return undefined;
  for (let i = read; i <= text.length; i += 1) positions.push(at(i));
  return { text: decoded + text.slice(read), starts: positions };
}

/** The characters of an sequence, each with where in it it begins. */
function decodeEscape(sequence: string): [character: string, offset: number][] {
  if (/^%u/i.test(sequence)) return codeUnits(sequence, 6);
  if (sequence.startsWith("%")) return percentDecoded(sequence);
  if (sequence.startsWith("&")) return [[decodeReference(sequence), 0]];
  if (/^\\u\{/i.test(sequence)) return [[fromCodePoint(sequence.slice(3, -1), sequence), 0]];
  if (sequence.startsWith("\\U") && sequence.length === 10)
    return [[fromCodePoint(sequence.slice(2), sequence), 0]];
  if (/^\\u/i.test(sequence)) return codeUnits(sequence, 6);
  if (/^\\x/i.test(sequence)) return codeUnits(sequence, 4);
  const letter = sequence[1] ?? "";
  return [[({ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" } as Record<string, string>)[letter] ?? letter, 0]];
}

// The names that HTML has for characters are a large table, which few texts have a use for.
const load = createRequire(import.meta.url);

function decodeReference(sequence: string): string {
  const { decodeHTMLStrict } = load("entities/decode") as { decodeHTMLStrict: typeof DecodeHtml };
  return decodeHTMLStrict(sequence);
}

/** Of escapes that are so wide, two characters ahead of their digits: `\u00e9`. */
function codeUnits(sequence: string, width: number): [string, number][] {
  return Array.from({ length: sequence.length / width }, (_, index) => {
    const digits = sequence.slice(index * width + 2, (index + 1) * width);
    return [String.fromCharCode(Number.parseInt(digits, 16)), index * width];
  });
}

function fromCodePoint(digits: string, sequence: string): string {
  const point = Number.parseInt(digits, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : sequence;
}

// Bytes that are no UTF-8 are taken for Latin-1.
function percentDecoded(sequence: string): [string, number][] {
  const bytes = Buffer.from(sequence.replaceAll("%", ""), "hex");
  try {
    let offset = 0;
    return [...new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)].map((character) => {
      const own = offset;
      offset += Buffer.byteLength(character) * 3;
      return [character, own];
    });
  } catch {
    return [...bytes].map((byte, index) => [String.fromCharCode(byte), index * 3]);
  }
}
