import { Expression } from "../describe/expression.ts";
import { printLiteral } from "./literal.ts";

/** What is shorter is not worth a name. */
const WORTH = 60;

/** What a text has to save, in all places together: a name takes a few letters in each of them. */
const SAVES = 60;
const NAME = 4;

/**
 * A value as TypeScript source, in which what occurs more than once stands once, as a constant.
 *
 * @returns the constants, and the value that they are used in
 */
export function printShared(value: unknown): { readonly shared: string; readonly literal: string } {
  const counts = new Map<string, number>();
  countParts(value, counts);
  const texts = new Map<string, number>();
  countTexts(value, texts, new Set());
  const names = new Map<string, string>();
  const constants: string[] = [];
  return { literal: printLiteral(share(value, true)), shared: constants.join("") };

  /** The same, in which the names of constants stand for the parts that are shared; inner ones come first. */
  function share(part: unknown, isWhole = false): unknown {
    if (typeof part === "string") return shareText(part);
    if (typeof part !== "object" || part === null) return part;
    const text = JSON.stringify(part);
    if (names.has(text)) return nameOf(text, undefined);
    const inner = Array.isArray(part)
      ? part.map((item) => share(item))
      : Object.fromEntries(Object.entries(part).map(([name, member]) => [name, share(member)]));
    if (isWhole || (counts.get(text) ?? 0) < 2) return inner;
    return nameOf(text, inner);
  }

  function shareText(part: string): unknown {
    const text = JSON.stringify(part);
    const saved = ((texts.get(text) ?? 1) - 1) * (text.length - NAME);
    return saved >= SAVES ? nameOf(text, part) : part;
  }

  /** @param inner - what it stands for, at the first time */
  function nameOf(text: string, inner: unknown): Expression {
    const known = names.get(text);
    if (known !== undefined) return new Expression(known);
    const name = `shared${names.size + 1}`;
    names.set(text, name);
    const declaration = `const ${name} = `;
    constants.push(`${declaration}${printLiteral(inner, "", declaration)};\n`);
    return new Expression(name);
  }
}

/** How often each text is printed; of parts that are alike, one is. */
function countTexts(part: unknown, texts: Map<string, number>, seen: Set<string>): void {
  const text = JSON.stringify(part);
  if (typeof part === "string") texts.set(text, (texts.get(text) ?? 0) + 1);
  if (typeof part !== "object" || part === null) return;
  if (text.length >= WORTH && seen.has(text)) return;
  seen.add(text);
  for (const inner of Object.values(part)) countTexts(inner, texts, seen);
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
