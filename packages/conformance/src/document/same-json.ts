import type { Json } from "./json.ts";

/** Whether two values are the same to JSON: the members of an object have no order, and -0 is not 0. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  const [own, others] = [one as { [name: string]: Json }, other as { [name: string]: Json }];
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(others, name) && sameJson(own[name], others[name]))
  );
}
