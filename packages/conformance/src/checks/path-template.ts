interface Template {
  readonly pattern: RegExp;
  /** The parameters, in the order of the pattern's groups. */
  readonly names: readonly string[];
}

const remembered = new Map<string, Template>();

/** What the parameters of a template's segment (`{id}:start`) are in a path's, if it fits. */
export function fitSegment(part: string, segment: string): Record<string, string> | undefined {
  if (!part.includes("{")) return part === segment ? {} : undefined;
  const { pattern, names } = remembered.get(part) ?? read(part);
  const match = pattern.exec(segment);
  return match ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""])) : undefined;
}

// A document has but so many, and is asked about the same ones for each exchange.
function read(part: string): Template {
  const [literal = "", ...others] = part.split(/\{([^}]+)\}/);
  const names = others.filter((_, index) => index % 2 === 0);
  const literals = [literal, ...others.filter((_, index) => index % 2 === 1)];
  const pattern = literals.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.*)");
  const template = { pattern: new RegExp(`^${pattern}$`, "s"), names };
  remembered.set(part, template);
  return template;
}
