import { Expression } from "../describe/expression.ts";
import { printLiteral } from "./literal.ts";

/** What is shorter is not worth a name. */
const WORTH = 60;

/**
 * A value as TypeScript source, in which what occurs more than once stands once, as a constant.
 *
 * @returns the constants, and the value that they are used in
 */
export function printShared(value: unknown): { readonly shared: string; readonly literal: string } {
  const counts = new Map<string, number>();
  countParts(value, counts);
  const names = new Map<string, string>();
  const constants: string[] = [];
  return { literal: printLiteral(share(value, true)), shared: constants.join("") };

  /** The same, in which the names of constants stand for the parts that are shared; inner ones come first. */
  function share(part: unknown, isWhole = false): unknown {
    if (typeof part !== "object" || part === null) return part;
    const text = JSON.stringify(part);
    const known = names.get(text);
    if (known !== undefined) return new Expression(known);
    const inner = Array.isArray(part)
      ? part.map((item) => share(item))
      : Object.fromEntries(Object.entries(part).map(([name, member]) => [name, share(member)]));
    if (isWhole || (counts.get(text) ?? 0) < 2) return inner;
    const name = `shared${names.size + 1}`;
    names.set(text, name);
    const declaration = `const ${name} = `;
    constants.push(`${declaration}${printLiteral(inner, "", declaration)};\n`);
    return new Expression(name);
  }
}

/** How often each part occurs; what is within one that occurs again is not counted again. */
function countParts(part: unknown, counts: Map<string, number>): void {
  if (typeof part !== "object" || part === null) return;
  const text = JSON.stringify(part);
  if (text.length < WORTH) return;
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  if (before === 0) for (const inner of Object.values(part)) countParts(inner, counts);
}
