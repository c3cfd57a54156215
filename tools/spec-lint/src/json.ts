export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Two JSON scalars are one value only if their types agree too: `200` is not `"200"`. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A value as a finding prints it: JSON between backticks, cut where it would fill the screen. */
export function inBackticks(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
  const isBare = typeof value === "string" && text !== "" && !/^[\d\s]/.test(text);
  const shown = isBare ? text : JSON.stringify(value);
  return `\`${shown.length > 80 ? `${shown.slice(0, 77)}...` : shown}\``;
}
