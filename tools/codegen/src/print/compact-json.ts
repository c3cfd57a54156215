/** A line for each path, schema and other thing of that rank: a change shows in its line, and no space is wasted. */
export function printCompactJson(value: unknown, depth = 3): string {
  if (depth === 0 || typeof value !== "object" || value === null || Array.isArray(value))
    return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return "{}";
  const lines = members.map(
    ([name, member]) => `${JSON.stringify(name)}:${printCompactJson(member, depth - 1)}`,
  );
  return `{\n${lines.join(",\n")}\n}`;
}
