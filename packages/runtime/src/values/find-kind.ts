import type { TypedValueDescription, ValueKind } from "./typed-value-description.ts";

/** A kind of wrapper, and the one member by which the wrapper is known. */
export interface FoundKind extends ValueKind {
  readonly member: string;
  /** Of a list: the type that its items are declared to have. */
  readonly itemType?: string | undefined;
  /** The type of items that have no one type. */
  readonly any?: string | undefined;
}

/** The first kind that fits, in the order of the document. */
export function findKind(
  { kinds, any }: TypedValueDescription,
  fits: (kind: ValueKind) => boolean,
): FoundKind | undefined {
  const found = Object.entries(kinds).find(([, kind]) => fits(kind));
  return found && { ...found[1], member: found[0], any };
}

/** The kind that a declared type has. */
export function kindOfType(description: TypedValueDescription, declared: string): FoundKind | undefined {
  const itemType = (kind: ValueKind) => itemTypeOf(kind, declared);
  const found = findKind(description, (kind) => kind.type === declared || itemType(kind) !== undefined);
  return found && { ...found, itemType: itemType(found) };
}

/** What stands for `{type}` in the declared type of a list. */
export function itemTypeOf({ type = "" }: ValueKind, declared: string | undefined): string | undefined {
  const [before = "", after] = type.split("{type}");
  if (declared === undefined || after === undefined) return undefined;
  const item = declared.slice(before.length, declared.length - after.length);
  return before + item + after === declared ? item : undefined;
}

/** The types, and the members of wrappers, that mean a secret. */
export function secretNames({ kinds }: TypedValueDescription): string[] {
  const secrets = Object.entries(kinds).filter(([, { kind }]) => kind === "secret");
  return secrets.flatMap(([key, { type = key }]) => [key.toLowerCase(), type.toLowerCase()]);
}
