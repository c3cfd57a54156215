import { isPlain } from "../is-plain.ts";
import { itemTypeOf, secretNames } from "./find-kind.ts";
import { nameOf } from "./kind-of-value.ts";
import { receivedSecret, type Secret } from "./secret.ts";
import { TypedValue } from "./typed-value.ts";
import type { TypedValueDescription, ValueKind } from "./typed-value-description.ts";

/**
 * The values of parameters, by their names. The wrapper of a value says of what kind it is; the type beside it is
 * believed only where it says that a text is secret.
 *
 * Texts, numbers, booleans, lists and maps come as such, a time as a Date, or as text if its offset from UTC is not
 * told. A secret comes hidden: `reveal()` gives its text, and it cannot be sent again. What has no value is `null`.
 * All else comes as a `TypedValue`, which can be sent again; it is hidden too if a secret is in it.
 *
 * @example
 * const { ticket } = decodeParameters(description, run.outputs);
 */
export function decodeParameters(
  description: TypedValueDescription,
  list: readonly object[] | null | undefined,
): Record<string, unknown> {
  const { name, type, value } = description.parameter;
  // No prototype: a parameter may be called `constructor`.
  const values: Record<string, unknown> = Object.create(null);
  if (!Array.isArray(list ?? []))
    throw new TypeError(`The parameters are ${nameOf(list)}. They come as a list, or not at all.`);
  for (const parameter of list ?? []) {
    const named = parameter as Readonly<Record<string, unknown>>;
    const declared = typeof named[type] === "string" ? named[type] : undefined;
    values[String(named[name])] = decode(description, named[value], declared);
  }
  return values;
}

function decode(description: TypedValueDescription, wrapper: unknown, declared: string | undefined): unknown {
  if (wrapper === undefined || wrapper === null) return null;
  const { kind, payload } = open(description, wrapper);
  const secrets = secretNames(description);
  // Some clients send a secret as a plain text of that type, and it comes back as such.
  if (kind?.kind === "secret" || secrets.includes(declared?.toLowerCase() ?? "")) {
    const held = heldBy(kind, payload);
    return hide(typeof held === "string" ? held : wrapper);
  }
  const value = kind && read(description, kind, payload, declared);
  if (value !== undefined) return value;
  if (secrets.some((name) => declared?.toLowerCase().includes(name)) || mentions(wrapper, secrets)) {
    return hide(wrapper);
  }
  return new TypedValue(declared ?? kind?.type, wrapper);
}

/** The kind of a wrapper, by its one member, and what that holds. */
interface Opened {
  readonly kind: ValueKind | undefined;
  readonly payload: unknown;
}

const NOTHING: Opened = { kind: undefined, payload: undefined };

function open({ kinds }: TypedValueDescription, wrapper: unknown): Opened {
  if (!isPlain(wrapper)) return NOTHING;
  const [first, second] = Object.entries(wrapper).filter(([, payload]) => payload !== null);
  if (!first || second || !Object.hasOwn(kinds, first[0])) return NOTHING;
  return { kind: kinds[first[0]], payload: first[1] };
}

/** The value, or `undefined` if the payload is not what such a kind holds. */
function read(
  description: TypedValueDescription,
  kind: ValueKind,
  payload: unknown,
  declared: string | undefined,
): unknown {
  const held = heldBy(kind, payload);
  switch (kind.kind) {
    case "text":
      return typeof held === "string" ? held : undefined;
    case "number":
      return readNumber(held);
    case "boolean":
      return held === "true" || (held === "false" ? false : typeof held === "boolean" ? held : undefined);
    case "time":
      return readTime(held);
    case "list":
      if (!Array.isArray(held)) return undefined;
      return held.map((item) => decode(description, item, itemTypeOf(kind, declared)));
    case "map":
      return readMap(description, kind, held);
    default:
      return undefined;
  }
}

function heldBy(kind: ValueKind | undefined, payload: unknown): unknown {
  if (!isPlain(payload)) return undefined;
  const member = kind?.at?.find((name) => (payload[name] ?? null) !== null);
  return member === undefined ? undefined : payload[member];
}

function readNumber(held: unknown): number | undefined {
  const number = typeof held === "string" && held.trim() !== "" ? Number(held) : held;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function readTime(held: unknown): Date | string | undefined {
  if (typeof held !== "string" && typeof held !== "number") return undefined;
  // ECMA-262 §21.4.1.32: without an offset it would be a time in whatever zone this machine is in.
  const isCertain = typeof held === "number" || /T.*(Z|[+-]\d\d:?\d\d)$/i.test(held);
  const time = new Date(held);
  if (isCertain && !Number.isNaN(time.getTime())) return time;
  return typeof held === "string" ? held : undefined;
}

function readMap(
  description: TypedValueDescription,
  { key = "", value = "" }: ValueKind,
  held: unknown,
): Record<string, unknown> | undefined {
  if (!Array.isArray(held) || !held.every((entry) => isPlain(entry) && typeof entry[key] === "string")) {
    return undefined;
  }
  const map: Record<string, unknown> = Object.create(null);
  for (const entry of held) map[entry[key]] = decode(description, entry[value], undefined);
  return map;
}

function hide(found: unknown): Secret {
  return receivedSecret(typeof found === "string" ? found : JSON.stringify(found));
}

/** Whether a secret is anywhere in a value of which nothing else is known. */
function mentions(value: unknown, secrets: readonly string[]): boolean {
  if (typeof value === "string") return secrets.includes(value.toLowerCase());
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, member]) => mentions(name, secrets) || mentions(member, secrets));
}
