import { isPlain } from "../is-plain.ts";
import type { FoundKind } from "./find-kind.ts";
import { revealForSending, revealIn, Secret } from "./secret.ts";

/** A value in its wrapper, and the type to declare for it. */
export interface Wrapped {
  readonly type: string | undefined;
  /** `undefined` if there is no value. */
  readonly wrapper: unknown;
}

/** Wraps an item of a list or of a map. */
export type WrapItem = (item: unknown, type: string | undefined, where: string) => Wrapped;

/** What the wrapper of a kind is to hold for a value; `undefined` if it cannot hold it. */
export function writePayload(
  kind: FoundKind,
  given: unknown,
  where: string,
  wrapItem: WrapItem,
): Wrapped | undefined {
  const hold = (held: unknown) => ({ type: kind.type, wrapper: { [kind.at?.[0] ?? ""]: held } });
  switch (kind.kind) {
    case "number":
      return Number.isFinite(given) ? hold(given) : undefined;
    case "boolean":
      return typeof given === "boolean" ? hold(given) : undefined;
    case "time":
      if (given instanceof Date) return Number.isNaN(given.getTime()) ? undefined : hold(given.toISOString());
      return typeof given === "string" ? hold(given) : undefined;
    case "secret":
      if (given instanceof Secret) return hold(revealForSending(given, where));
      return typeof given === "string" ? hold(given) : undefined;
    case "text":
      return typeof given === "string" ? hold(given) : undefined;
    case "list": {
      const items = Array.isArray(given) ? writeItems(kind, given, where, wrapItem) : undefined;
      return (
        items && { type: listType(kind, items), wrapper: hold(items.map(({ wrapper }) => wrapper)).wrapper }
      );
    }
    case "map":
      if (!isPlain(given) && !(given instanceof Map)) return undefined;
      return hold(writeEntries(kind, given, where, wrapItem));
    case "opaque":
      if (!isPlain(given) && !Array.isArray(given)) return undefined;
      return { type: kind.type, wrapper: revealIn(given, where) };
  }
}

function writeItems(
  kind: FoundKind,
  given: readonly unknown[],
  where: string,
  wrapItem: WrapItem,
): Wrapped[] {
  // Not `map`: it would pass over the holes of a list.
  return Array.from(given, (item, index) => {
    const place = `${where}[${index}]`;
    const wrapped = wrapItem(item, kind.itemType, place);
    if (wrapped.wrapper !== undefined) return wrapped;
    throw new TypeError(`${place} is ${String(item)}, but every item of a list has a value.`);
  });
}

/** `{type}` is what all items are; if they differ, or there are none, what stands for any type. */
function listType({ type, any }: FoundKind, items: readonly Wrapped[]): string | undefined {
  const types = new Set(items.map((item) => item.type));
  const [one = any] = types.size === 1 ? types : [];
  return one === undefined ? undefined : type?.replace("{type}", () => one);
}

function writeEntries(
  { key = "", value = "" }: FoundKind,
  given: Readonly<Record<string, unknown>> | ReadonlyMap<unknown, unknown>,
  where: string,
  wrapItem: WrapItem,
): object[] {
  const entries = given instanceof Map ? [...given] : Object.entries(given);
  return entries.map(([name, item]) => {
    const { wrapper } = wrapItem(item, undefined, `${where}.${name}`);
    return { [key]: String(name), ...(wrapper !== undefined && { [value]: wrapper }) };
  });
}
