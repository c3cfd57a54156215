import { isObject, type Json } from "../../document/json.ts";
import { createRandom, type Random } from "../random.ts";
import { copyWith } from "./place.ts";
import { plainName } from "./plain-name.ts";
import { shapeId } from "./shape-id.ts";

/** How many items a list shows, so that there are pages of it. */
export const SHOWN = 25;

const ID_NAME = /id$|^key$|^value$/;
const NAME = /name$|title$|^tagkey$/;

/**
 * The documented items of a list, as they stand, and others like them: their ids and names are varied.
 *
 * @param seed the same makes the same items
 * @param fits whether an item may look so
 */
export function listSamples(
  documented: readonly Json[],
  seed: string,
  fits: (item: Json) => boolean,
): Json[] {
  const random = createRandom([...seed].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) >>> 0, 7));
  const items = [...documented];
  const known = new Set(documented.map((item) => JSON.stringify(item)));
  for (let count = documented.length; documented.length > 0 && count < SHOWN; count += 1) {
    const sample = documented[count % documented.length] as Json;
    const item = vary(sample, count + 1, random);
    const text = JSON.stringify(item);
    if (known.has(text) || !fits(item)) break;
    known.add(text);
    items.push(item);
  }
  return items;
}

function vary(sample: Json, count: number, random: Random): Json {
  if (typeof sample === "string") return `${sample}-${count}`;
  if (typeof sample === "number") return sample + count;
  if (!isObject(sample)) return sample;
  const renamed: [string, string][] = [];
  const copy = Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      const plain = plainName(name);
      if (typeof value !== "string" || value === "") return [name, value];
      if (ID_NAME.test(plain)) {
        const id = shapeId(value, random);
        renamed.push([value, id]);
        return [name, id];
      }
      return [name, NAME.test(plain) ? `${value}-${count}` : value];
    }),
  );
  return copyWith(copy, renamed);
}
