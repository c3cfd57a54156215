/** An import or export by name, one name a line if it is long: `export type { A, B } from "./c.ts";`. */
export function printNamed(keyword: string, names: readonly string[], from: string): string {
  const flat = `${keyword} { ${names.join(", ")} } from "${from}";\n`;
  if (flat.length <= 110) return flat;
  return `${keyword} {\n${names.map((name) => `  ${name},\n`).join("")}} from "${from}";\n`;
}
