import { isObject, type Json } from "../../document/json.ts";
import type { Thing } from "./thing.ts";

/** What there is, by id. It is bounded: of too many the oldest go. */
export interface Store {
  add(thing: Omit<Thing, "serial">): Thing;
  /** Gives a thing one more id. */
  name(thing: Thing, family: string, id: string): void;
  byId(id: string): Thing | undefined;
  byToken(token: string): Thing | undefined;
  remember(thing: Thing, token: string): void;
  /** The newest first. */
  list(): readonly Thing[];
  /** Forgets a thing, or what else an id or a path stands for. */
  forget(key: string): void;
  /** Whether it was forgotten. */
  isGone(key: string): boolean;
  /** Takes that back: it was written anew. */
  revive(key: string): void;
  snapshot(): Json;
  restore(snapshot: Json): void;
}

/** How many things there may be, and how many that were forgotten are known as such. */
const LIMIT = 10_000;
/** How many tokens of one thing are known. */
const TOKENS = 10;

export function createStore(): Store {
  let things = new Map<number, Thing>();
  let ids = new Map<string, Thing>();
  let tokens = new Map<string, Thing>();
  let gone = new Set<string>();
  let serial = 0;
  let listed: readonly Thing[] | undefined;

  function index(thing: Thing): void {
    things.set(thing.serial, thing);
    for (const id of Object.values(thing.ids)) ids.set(id, thing);
    for (const token of thing.tokens) tokens.set(token, thing);
    listed = undefined;
  }
  function remove(thing: Thing): void {
    things.delete(thing.serial);
    for (const id of Object.values(thing.ids)) if (ids.get(id) === thing) ids.delete(id);
    for (const token of thing.tokens) if (tokens.get(token) === thing) tokens.delete(token);
    listed = undefined;
  }

  return {
    add(given) {
      serial += 1;
      const thing: Thing = { ...given, serial };
      const [oldest] = things.size >= LIMIT ? things.values() : [];
      if (oldest) remove(oldest);
      index(thing);
      return thing;
    },
    name(thing, family, id) {
      thing.ids[family] = id;
      ids.set(id, thing);
    },
    byId: (id) => ids.get(id),
    byToken: (token) => tokens.get(token),
    remember(thing, token) {
      const forgotten = thing.tokens.length >= TOKENS ? thing.tokens.shift() : undefined;
      if (forgotten !== undefined) tokens.delete(forgotten);
      thing.tokens.push(token);
      tokens.set(token, thing);
    },
    list() {
      listed ??= [...things.values()].reverse();
      return listed;
    },
    forget(key) {
      const thing = ids.get(key);
      if (thing) remove(thing);
      for (const one of thing ? Object.values(thing.ids) : [key]) gone.add(one);
      for (const one of gone) {
        if (gone.size <= LIMIT) break;
        gone.delete(one);
      }
    },
    isGone: (key) => gone.has(key),
    revive: (key) => void gone.delete(key),
    snapshot: () =>
      structuredClone({ serial, things: [...things.values()], gone: [...gone] }) as unknown as Json,
    restore(snapshot) {
      const kept = isObject(snapshot) ? structuredClone(snapshot) : {};
      things = new Map();
      ids = new Map();
      tokens = new Map();
      for (const thing of (kept.things ?? []) as unknown as Thing[]) index(thing);
      gone = new Set((kept.gone ?? []) as string[]);
      serial = Number(kept.serial ?? 0);
      listed = undefined;
    },
  };
}
