import { Expression } from "../describe/expression.ts";
import { printLiteral, printOnOneLine } from "../print/literal.ts";

/** What is shorter, in all places together, is not worth a name, which a bundle of one operation has as well. */
const WORTH = 700;

/**
 * Lets what several operations say alike, such as how their answers are read, stand once, as a constant.
 *
 * @returns the constants as TypeScript source, and the descriptions that use them
 */
export function shareMembers(descriptions: readonly object[]): {
  readonly constants: readonly string[];
  readonly descriptions: readonly object[];
} {
  const times = new Map<string, number>();
  for (const description of descriptions) {
    for (const text of texts(description)) times.set(text, (times.get(text) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const constants: string[] = [];

  const share = ([member, value]: [string, unknown]): [string, unknown] => {
    const text = textOf(member, value);
    if (((times.get(text) ?? 1) - 1) * text.length < WORTH) return [member, value];
    const nth = [...names.values()].filter((name) => name.startsWith(member)).length + 1;
    const name = names.get(text) ?? `${member}${nth}`;
    if (!names.has(text)) {
      const declaration = `const ${name}: OperationDescription["${member}"] = `;
      constants.push(`${declaration}${printLiteral(value, "", declaration)};\n`);
      names.set(text, name);
    }
    return [member, new Expression(name)];
  };
  return {
    descriptions: descriptions.map((one) => Object.fromEntries(Object.entries(one).map(share))),
    constants,
  };
}

function texts(description: object): string[] {
  return Object.entries(description)
    .map(([member, value]) => textOf(member, value))
    .filter((text) => text !== "");
}

/** By which alike members are known; empty if it is not worth a name. */
function textOf(member: string, value: unknown): string {
  if (value === undefined || value === null || value instanceof Expression) return "";
  return `${member} ${printOnOneLine(value)}`;
}
