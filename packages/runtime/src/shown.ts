/** A value in an error: a text in quotes, so that "5" is not taken for 5. */
export function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
