import { isPlain } from "../is-plain.ts";
import { kindOfType } from "./find-kind.ts";
import { kindOfValue, nameOf } from "./kind-of-value.ts";
import { revealIn } from "./secret.ts";
import { TypedValue } from "./typed-value.ts";
import type { TypedValueDescription } from "./typed-value-description.ts";
import { type WrapItem, type Wrapped, writePayload } from "./write-payload.ts";

/**
 * Wraps values as parameters: texts, numbers, booleans, a `Date`, lists, plain objects and `Map`s, `secret(…)`, and
 * `typed(…)` for all else. `null` and `undefined` make a parameter without a value.
 *
 * The parameters hold secrets as they are, since they are to be sent: log what you encode, not this.
 *
 * @param types - the types to declare, by name, where the usual ones of the values will not do. Under a type that has
 *   no kind of its own, a plain object is taken for a reference.
 * @throws TypeError if a value cannot be wrapped, or not as its type, or is a secret that came from the service.
 * @example
 * encodeParameters(description, { size: 8, at: "09:30", disk: { id } }, { at: "Time", disk: "Acme:Disk" });
 */
export function encodeParameters(
  description: TypedValueDescription,
  values: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, string>> = {},
): Record<string, unknown>[] {
  if (!isPlain(values))
    throw new TypeError(
      `The values are ${nameOf(values)}. They stand by name: encodeParameters({ size: 8 }).`,
    );
  const stray = Object.keys(types).find((name) => !Object.hasOwn(values, name));
  if (stray !== undefined)
    throw new TypeError(`types.${stray} is the type of no value. null is a value too.`);

  const { name, type, value } = description.parameter;
  return Object.entries(values).map(([key, given]) => {
    const declared = Object.hasOwn(types, key) ? types[key] : undefined;
    const wrapped = wrap(description, given, declared, `values.${key}`);
    return {
      [name]: key,
      ...(wrapped.type !== undefined && { [type]: wrapped.type }),
      ...(wrapped.wrapper !== undefined && { [value]: wrapped.wrapper }),
    };
  });
}

function wrap(
  description: TypedValueDescription,
  given: unknown,
  declared: string | undefined,
  where: string,
): Wrapped {
  if (given === null || given === undefined) return { type: declared, wrapper: undefined };
  if (given instanceof TypedValue) {
    return { type: declared ?? typeOf(description, given), wrapper: revealIn(given.wrapper, where) };
  }
  const ofType = declared === undefined ? undefined : kindOfType(description, declared);
  const kind = ofType ?? kindOfValue(description, given, declared);
  const wrapItem: WrapItem = (item, type, place) => wrap(description, item, type, place);
  const payload = kind && writePayload(kind, given, where, wrapItem);
  if (!payload) throw unfit(description, given, declared, where);
  return { type: declared ?? payload.type, wrapper: { [kind.member]: payload.wrapper } };
}

/** The type of a wrapper that is given as such: its own, or else the usual one of its kind. */
function typeOf({ kinds }: TypedValueDescription, { type, wrapper }: TypedValue): string | undefined {
  const [key = "", another] = Object.keys(Object(wrapper));
  const usual = another === undefined && Object.hasOwn(kinds, key) ? kinds[key]?.type : undefined;
  return type ?? (usual?.includes("{type}") ? undefined : usual);
}

function unfit(
  { kinds }: TypedValueDescription,
  given: unknown,
  declared: string | undefined,
  where: string,
): TypeError {
  const known = Object.values(kinds).flatMap(({ type }) => type ?? []);
  const what = declared === undefined ? "has no wrapper" : `does not go as ${declared}`;
  return new TypeError(
    `${where} is ${nameOf(given)}, which ${what}. Types: ${known.join(", ")}. All else: typed("Type", wrapper).`,
  );
}
