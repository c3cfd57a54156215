import { isObject } from "../is-object.ts";

/** A copy that has a value at a place, in every item of a list; objects on the way there are made. */
export function put(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === "*") return Array.isArray(holder) ? holder.map((item) => put(item, rest, value)) : holder;
  const members = isObject(holder) ? holder : {};
  return { ...members, [step]: put(members[step], rest, value) };
}

/** A copy without what stands at a place. */
export function leaveOut(holder: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === "*") return Array.isArray(holder) ? holder.map((item) => leaveOut(item, rest)) : holder;
  if (step === undefined || !isObject(holder) || !Object.hasOwn(holder, step)) return holder;
  if (rest.length > 0) return { ...holder, [step]: leaveOut(holder[step], rest) };
  const { [step]: _, ...others } = holder;
  return others;
}
