import { isObject, type Json } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import type { Told } from "./compose.ts";
import type { Picture, Slot } from "./picture.ts";
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
  const { name, slot, value, isComposed, bearsId } = lookAt(picture, plain);
  if (isComposed) return undefined;
  if (name === undefined) return { member: undefined };
  for (const said of slot ? told().said : []) {
    const value = said[plain];
    if (value === undefined) continue;
    // What is told in another form is told as it is composed.
    return slot && fits(slot.schema, value) ? { member: { name, value } } : undefined;
  }
  if (bearsId) return undefined;
  if (typeof value === "string" && (told().renamed ?? []).some(([from]) => value.includes(from)))
    return undefined;
  return { member: value === undefined ? undefined : { name, value } };
}

/** What a picture says of a member, whatever it is to tell. */
interface Look {
  readonly name?: string | undefined;
  readonly slot?: Slot | undefined;
  readonly value?: Json | undefined;
  /** Whether something is written there in any case, or there are no members. */
  readonly isComposed: boolean;
  /** Whether it is a text with an id in it. */
  readonly bearsId: boolean;
}

const remembered = new WeakMap<Picture, Map<string, Look>>();

function lookAt(picture: Picture, plain: string): Look {
  const looks = remembered.get(picture) ?? new Map<string, Look>();
  remembered.set(picture, looks);
  const known = looks.get(plain);
  if (known) return known;
  const look = readLook(picture, plain);
  // Nearly all names are those of documented arguments; what a caller makes up is not kept for ever.
  if (looks.size < 500 && plain.length < 200) looks.set(plain, look);
  return look;
}

function readLook({ sample, ids, stamps, progress, shared, slots }: Picture, plain: string): Look {
  if (!isObject(sample)) return { isComposed: true, bearsId: false };
  const slot = slots.get(plain);
  const shown = memberOf(sample, plain);
  const name = shown?.name ?? (slot?.own && slot.steps.length === 1 ? slot.steps[0] : undefined);
  if (name === undefined) return { isComposed: false, bearsId: false };
  const told = shared.map((one) => one.slot);
  const written = [...ids, ...stamps, ...(progress ? [progress] : []), ...told];
  const isWritten = written.some(({ steps }) => steps[0] === name);
  const value = sample[name];
  return {
    ...{ name, slot, value },
    isComposed: isWritten || (slot !== undefined && slot.steps.join("/") !== name),
    bearsId: typeof value === "string" && ids.some((one) => value.includes(String(one.sample))),
  };
}
