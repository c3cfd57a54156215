import { Call, Expression } from "../describe/expression.ts";

/** As wide as the hand-written code (biome.jsonc). */
const lineWidth = 110;

/** A value as TypeScript source: on one line if that fits, otherwise one member a line. */
export function printLiteral(value: unknown, indent = "", before = ""): string {
  const flat = printFlat(value);
  if (value instanceof Expression) return flat;
  const fits = indent.length + before.length + flat.length < lineWidth;
  if (fits || typeof value !== "object" || value === null) return flat;

  if (value instanceof Call) {
    const callee = printCallee(value);
    return `${callee}(${printLiteral(value.data, indent, `${before}${callee}(`)})`;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${printLiteral(item, inner)},\n`).join("")}${indent}]`;
  }
  const members = definedEntries(value).map(([name, member]) => {
    const key = `${printKey(name)}: `;
    return `${inner}${key}${printLiteral(member, inner, key)},\n`;
  });
  return `{\n${members.join("")}${indent}}`;
}

/** The same on one line: an `@ts-expect-error` covers the next line alone. */
export function printOnOneLine(value: unknown): string {
  return printFlat(value);
}

/** A member's name, quoted only if it has to be. */
export function printKey(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

function printFlat(value: unknown): string {
  if (value instanceof Expression) return value.source;
  if (value instanceof Call) return `${printCallee(value)}(${printFlat(value.data)})`;
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = definedEntries(value).map(([name, member]) => `${printKey(name)}: ${printFlat(member)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** Without the mark, a bundler would have to keep the call even where its value is not used. */
function printCallee({ callee }: Call): string {
  return `/* @__PURE__ */ ${callee}`;
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
