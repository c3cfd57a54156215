import { PatternWatch } from "./pattern-watch.ts";

/**
 * A pattern as its author's engine reads it: with `u` (JSON Schema 2020-12 §6.3.3), or without where it is none then, such
 * as one with a brace that is not escaped.
 *
 * @throws SyntaxError where it is no pattern at all.
 */
function compile(pattern: string, flags: string): RegExp {
  try {
    return new PatternWatch(pattern, flags);
  } catch {
    return new PatternWatch(pattern);
  }
}

/** The same for Ajv, with the code that stands for it in what it writes. */
export const regExp: ((pattern: string, flags: string) => RegExp) & { code: string } = Object.assign(
  compile,
  {
    code: 'require("regExp")',
  },
);
