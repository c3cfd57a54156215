import type { Schema } from "./schema.ts";
import type { Check } from "./walk.ts";

// No character is written as more than two: most texts need no counting.
export function minLength(least: number): Check {
  const isRight = (text: string) => text.length >= 2 * least || lengthOf(text) >= least;
  return checkString(`characters: at least ${least}`, isRight);
}

export function maxLength(most: number): Check {
  const isRight = (text: string) => text.length <= most || lengthOf(text) <= most;
  return checkString(`characters: at most ${most}`, isRight);
}

// JSON Schema 2020-12 validation §6.3.3, as ECMA-262 has it: `\p{L}` needs the `u` flag.
export function pattern(source: string, { format }: Schema): Check {
  const regexp = new RegExp(source, "u");
  return checkString(format ? `format ${format}` : `pattern ${source}`, (text) => regexp.test(text));
}

function checkString(expected: string, isRight: (text: string) => boolean): Check {
  return (value, { report }) => {
    if (typeof value === "string" && !isRight(value)) report(() => expected, value);
  };
}

/** JSON Schema 2020-12 validation §6.3.1 counts characters (RFC 8259), of which JavaScript writes some as two. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
