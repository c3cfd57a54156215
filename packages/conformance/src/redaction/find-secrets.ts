import { type Layer, originalSpan, readLayers } from "./read-layers.ts";
import { SHORTEST, type Spelling } from "./spellings.ts";

/** A part of a text, by where it begins and ends. */
export type Span = readonly [start: number, end: number];

/** Finds the spellings of secrets in a text. */
export type Finder = (text: string) => Span[];

/**
 * A finder of many spellings: one expression of all of them, one pass over each layer of a text. Secrets that
 * overlap are each found, and so is the beginning of one where a text was cut (`…`).
 */
export function createFinder(spellings: readonly Spelling[]): Finder {
  if (spellings.length === 0) return () => [];
  // The longest first: of two that begin alike, the one that covers more is taken.
  const sorted = [...spellings].sort((a, b) => b.text.length - a.text.length);
  const known = new Map(sorted.map((spelling) => [spelling.text, spelling]));
  // A look-ahead takes nothing away from what follows, so that a secret that begins within another is seen.
  const any = new RegExp(`(?=(${sorted.map(({ text }) => quoted(text)).join("|")}))`, "g");
  // By fewer characters of its beginning no secret is known, and nothing of it is told.
  const beginnings = Map.groupBy(sorted, ({ text }) => text.slice(0, SHORTEST));
  const longest = sorted[0]?.text.length ?? 0;
  return (text) => readLayers(text).flatMap((layer) => [...whole(layer), ...cut(layer)]);

  function whole(layer: Layer): Span[] {
    return [...layer.text.matchAll(any)].map(({ 1: found = "", index }) => {
      const { before, after } = known.get(found) as Spelling;
      const start = isBase64(layer.text[index - 1]) ? index - before : index;
      const end = index + found.length;
      return originalSpan(layer, start, isBase64(layer.text[end]) ? end + after : end);
    });
  }

  function cut(layer: Layer): Span[] {
    return [...layer.text.matchAll(CUT)].flatMap(({ 0: { length: rest }, index }) => {
      const found = beginning(layer.text, index);
      return found === undefined ? [] : [originalSpan(layer, found, index + rest - 1)];
    });
  }

  /** Where a secret begins that goes on beyond an end. */
  function beginning(text: string, end: number): number | undefined {
    for (let start = Math.max(0, end - longest); start <= end - SHORTEST; start += 1) {
      const alike = beginnings.get(text.slice(start, start + SHORTEST)) ?? [];
      const spelling = alike.find((one) => one.text.startsWith(text.slice(start, end)));
      if (spelling) return Math.max(0, start - spelling.before);
    }
    return undefined;
  }
}

function isBase64(character: string | undefined): boolean {
  return character !== undefined && /[\w+/-]/.test(character);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

// Where a text was cut, maybe in the midst of an escape.
const CUT = /(?:\\u?[\da-f]{0,3}|%[\da-f]?|&#?\w{0,6})?…/gi;
