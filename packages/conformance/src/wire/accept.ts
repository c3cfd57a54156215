import { isJsonType, type ParsedMediaType, parseMediaType } from "./media-type.ts";

/** A range of media types that a client welcomes, and how much. */
export interface AcceptedRange extends ParsedMediaType {
  /** From 0, not at all, to 1. */
  readonly quality: number;
}

/**
 * Reads an `Accept` header (RFC 9110 §12.5.1). What is no range is passed over.
 *
 * @returns `undefined` where anything is welcome
 */
export function parseAccept(header: string | null): readonly AcceptedRange[] | undefined {
  if (header === null || header.trim() === "" || header.trim() === "*/*") return undefined;
  const ranges = header.split(",").flatMap((text) => readRange(text.trim()));
  return ranges.length > 0 ? ranges : undefined;
}

/** How welcome a media type is: the range that fits it most closely says so. */
export function qualityOf(ranges: readonly AcceptedRange[] | undefined, type: string): number {
  if (!ranges) return 1;
  const parsed = parseMediaType(type);
  if (!parsed) return 1;
  const fitting = ranges
    .map((range) => ({ quality: range.quality, closeness: closeness(range, parsed) }))
    .filter((range) => range.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || b.quality - a.quality);
  return fitting[0]?.quality ?? 0;
}

function readRange(text: string): AcceptedRange[] {
  const parsed = parseMediaType(text);
  if (!parsed) return [];
  const { q, ...parameters } = parsed.parameters;
  const quality = q === undefined ? 1 : Number(q);
  return [{ type: parsed.type, parameters, quality: quality >= 0 && quality <= 1 ? quality : 0 }];
}

/** 0 where a range does not fit a type; else the more, the more closely it does. */
function closeness(range: ParsedMediaType, { type, parameters }: ParsedMediaType): number {
  const names = Object.keys(range.parameters);
  const hasThem = names.every((name) => range.parameters[name] === parameters[name]);
  if (!hasThem) return 0;
  if (range.type === type) return 4 + names.length;
  // RFC 6839 §3.1: what has the suffix is JSON too.
  if (range.type === "application/json" && isJsonType(type)) return 3;
  if (range.type === "*/*") return 1;
  return range.type.endsWith("/*") && type.startsWith(range.type.slice(0, -1)) ? 2 : 0;
}
