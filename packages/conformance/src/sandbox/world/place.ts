import { isObject, type Json } from "../../document/json.ts";

/** What stands at a place, or `undefined`. A step into a list is an index. */
export function valueAtSteps(value: Json | undefined, steps: readonly string[]): Json | undefined {
  let at = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = at[Number(step === "*" ? 0 : step)];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

/** Writes into a copy that nobody else holds: the value at a place, and the objects that lead there. */
export function putAt(body: Json, steps: readonly string[], value: Json): Json {
  const last = steps.at(-1);
  if (last === undefined) return value;
  const holder = holderAt(body, steps, true);
  if (Array.isArray(holder)) holder[Number(last === "*" ? 0 : last)] = value;
  else if (isObject(holder)) holder[last] = value;
  return body;
}

/** Takes the member at a place out of a copy that nobody else holds. */
export function removeAt(body: Json, steps: readonly string[]): void {
  const holder = holderAt(body, steps, false);
  const last = steps.at(-1);
  if (isObject(holder) && last !== undefined) delete holder[last];
}

function holderAt(body: Json, steps: readonly string[], make: boolean): Json | undefined {
  let at: Json | undefined = body;
  for (const step of steps.slice(0, -1)) {
    if (Array.isArray(at)) {
      at = at[Number(step === "*" ? 0 : step)];
    } else if (isObject(at)) {
      if (!Object.hasOwn(at, step) && make) at[step] = {};
      at = at[step];
    } else return undefined;
  }
  return at;
}

/**
 * A copy whose texts bear other ids: an id that is the whole of a text, or part of it (an address, the id of a
 * part), is another.
 */
export function copyWith(value: Json, ids: readonly (readonly [from: string, to: string])[]): Json {
  return copy(
    value,
    ids.filter(([from]) => from.length >= LONG_ENOUGH),
  );
}

/** All texts of a value, at any depth. */
export function textsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

// What is shorter may be a word, or a part of one.
const LONG_ENOUGH = 8;

function copy(value: Json, ids: readonly (readonly [from: string, to: string])[]): Json {
  if (typeof value === "string") return ids.length > 0 ? renamed(value, ids) : value;
  if (Array.isArray(value)) return value.map((item) => copy(item, ids));
  if (!isObject(value)) return value;
  // A whole copy at once keeps the shape of the object, and so costs a fraction of one member after another.
  const whole: Record<string, Json> = { ...value };
  for (const name in whole) {
    const member = whole[name] as Json;
    if (typeof member === "object" || (typeof member === "string" && ids.length > 0))
      whole[name] = copy(member, ids);
  }
  return whole;
}

function renamed(text: string, ids: readonly (readonly [string, string])[]): string {
  let named = text;
  for (const [from, to] of ids) if (named.includes(from)) named = named.replaceAll(from, to);
  return named;
}
