import { isObject, type Json } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import type { Told } from "./compose.ts";
import type { Picture } from "./picture.ts";
import { plainName } from "./plain-name.ts";

/** A member of an answer, with what it says. */
export interface Member {
  readonly name: string;
  readonly value: Json | undefined;
}

/** The member of a composed answer that has a plain name. */
export function memberOf(item: Json, plain: string): Member | undefined {
  if (!isObject(item)) return undefined;
  const name = Object.keys(item).find((one) => plainName(one) === plain);
  return name === undefined ? undefined : { name, value: item[name] };
}

/**
 * The same of an answer that is not composed yet, from what is known: a list of thousands is searched so.
 *
 * @param told what the answer is to tell; asked for only if need be
 * @returns `undefined` where only the composed answer tells
 */
export function factOf(
  picture: Picture,
  told: () => Told,
  plain: string,
  fits: (schema: Pointer, value: Json) => boolean,
): { readonly member: Member | undefined } | undefined {
  const { sample, ids, stamps, progress, shared } = picture;
  if (!isObject(sample)) return undefined;
  const slot = picture.slots.get(plain);
  const shown = memberOf(sample, plain);
  const name = shown?.name ?? (slot?.own && slot.steps.length === 1 ? slot.steps[0] : undefined);
  if (name === undefined) return { member: undefined };
  const isWritten = [...ids, ...stamps, ...(progress ? [progress] : []), ...shared.values()].some(
    ({ steps }) => steps[0] === name,
  );
  if (isWritten || (slot && slot.steps.join("/") !== name)) return undefined;
  for (const said of slot ? told().said : []) {
    const value = said[plain];
    if (value === undefined) continue;
    // What is told in another form is told as it is composed.
    return slot && fits(slot.schema, value) ? { member: { name, value } } : undefined;
  }
  const value = sample[name];
  if (typeof value === "string") {
    const renamed = [
      ...ids.map((one) => String(one.sample)),
      ...(told().renamed ?? []).map(([from]) => from),
    ];
    if (renamed.some((from) => value.includes(from))) return undefined;
  }
  return { member: value === undefined ? undefined : { name, value } };
}
