import { isObject, type Json } from "../../document/json.ts";
import { TeachingError } from "../../teaching-error.ts";

/**
 * The one member that a JSON object is to have.
 *
 * @throws TeachingError when it is no object, has not that member, or has others.
 */
export function readMember(given: Json, name: string, example: string): Json | undefined {
  const names = isObject(given) ? Object.keys(given) : [];
  if (isObject(given) && names.length === 1 && names[0] === name) return given[name];
  const what = names.length > 0 ? `not one member ${name}, but ${names.join(", ")}` : `no member ${name}`;
  throw new TeachingError({ what, expected: `a JSON object with the member ${name}`, example });
}
