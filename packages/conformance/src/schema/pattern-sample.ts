import { createRequire } from "node:module";
import type randexp from "randexp";
import { regExp } from "./reg-exp.ts";

/** What a text has to be like besides: its length, in characters. */
export interface Length {
  readonly min: number;
  readonly max: number;
}

// Loaded by whom the document shows too little.
const load = createRequire(import.meta.url);

const remembered = new Map<string, string | undefined>();

/**
 * A text that a pattern admits, the same each time, plain, and not empty if it need not be; `undefined` where none is
 * found.
 *
 * @example
 * patternSample("^AC[0-9]{4}$", { min: 0, max: 100 }); // "AC0000"
 */
export function patternSample(pattern: string, { min, max }: Length): string | undefined {
  const name = `${min} ${max} ${pattern}`;
  if (remembered.has(name)) return remembered.get(name);
  // The first of what there is to choose from, and as few as may be; or a little more.
  const made = [0, 1, min].flatMap((least) => [make(pattern, least, true), make(pattern, least, false)]);
  const fitting = made.filter((text) => text !== undefined && text.length >= min && text.length <= max);
  const found = fitting.filter((text) => regExp(pattern, "u").test(text ?? ""));
  const best = found.find((text) => text !== "") ?? found[0];
  remembered.set(name, best);
  return best;
}

/** @param plain whether what may be any character is a letter */
function make(pattern: string, least: number, plain: boolean): string | undefined {
  const Maker = load("randexp") as typeof randexp.default;
  try {
    const maker = new Maker(pattern);
    maker.randInt = (from, to) => Math.min(Math.max(from, least), to);
    if (plain) maker.defaultRange.subtract(32, 96).subtract(123, 126);
    return maker.gen();
  } catch {
    // It is none that the library reads.
    return undefined;
  }
}
