import type { Json } from "../../document/json.ts";
import type { Random } from "../random.ts";
import { partKey } from "./parts.ts";
import { shapeId } from "./shape-id.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";

/** The ids of a world. */
export interface Ids {
  /** One that nothing has, of the shape of a sample. */
  make(sample: string): string;
  /** That of a thing, or of one part of it; made if it is sure that there is one. */
  of(thing: Thing, family: string, sample: Json, sure: boolean, part: number | undefined): string | undefined;
}

export function createIds(store: Store, random: Random): Ids {
  return {
    make,
    of(thing, family, sample, sure, part) {
      const isOwn = part === undefined || family === Object.keys(thing.ids)[0];
      const key = isOwn ? family : partKey(family, part);
      const known = thing.ids[key];
      if (known !== undefined || !sure) return known;
      const id = make(String(sample));
      store.name(thing, key, id);
      return id;
    },
  };

  function make(sample: string): string {
    for (let attempt = 0; ; attempt += 1) {
      // Where short ids run out they grow.
      const id = shapeId(attempt < 20 ? sample : `${sample}${"0".repeat(attempt - 19)}`, random);
      if (!store.byId(id) && !store.isGone(id) && id !== sample) return id;
    }
  }
}
