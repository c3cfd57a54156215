import { printKey } from "./literal.ts";

/** The expression that reads a field: `data.Jobs?.[0]?.["job-id"]`. Everything after the first step may be absent, and the base may, if it is said. */
export function printAccess(base: string, path: readonly string[], baseIsSure = true): string {
  return path.reduce((expression, segment, index) => {
    const optional = index === 0 && baseIsSure ? "" : "?.";
    if (segment === "[]") return `${expression}${optional}[0]`;
    const key = printKey(segment);
    if (key !== segment) return `${expression}${optional}[${key}]`;
    return `${expression}${optional || "."}${key}`;
  }, base);
}

/** A field as prose names it: `Jobs[].Status`. */
export function printPath(path: readonly string[]): string {
  return path.join(".").replaceAll(".[]", "[]");
}
