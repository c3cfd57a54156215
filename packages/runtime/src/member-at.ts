/** What some steps lead to, each to a member; `undefined` if there is nothing. */
export function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(member, value);
}

/** All that some steps lead to, of which a `*` is every item of a list; none if a step is missing. */
export function membersAt(value: unknown, path: readonly string[]): unknown[] {
  let found: unknown[] = [value];
  for (const step of path) {
    found = found.flatMap((one) => {
      if (step === "*" && Array.isArray(one)) return one;
      const next = member(one, step);
      return next === undefined ? [] : [next];
    });
  }
  return found;
}

/** A member of its own. */
function member(value: unknown, step: string): unknown {
  const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, step);
  return isThere ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
}
