/** What some steps lead to, each to a member; `undefined` if there is nothing. */
export function memberAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const step of path) found = member(found, step);
  return found;
}

/** A member of its own. */
export function member(value: unknown, step: string): unknown {
  const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, step);
  return isThere ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
}
