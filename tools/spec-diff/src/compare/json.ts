export type Bag = Readonly<Record<string, unknown>>;

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function bagOf(value: unknown): Bag {
  return isBag(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One text for equal values, whatever the order of their members. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) =>
      isBag(member) ? Object.fromEntries(Object.entries(member).sort(byName)) : member,
    ) ?? "undefined"
  );
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
