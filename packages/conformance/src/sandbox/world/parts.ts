import type { Json } from "../../document/json.ts";
import type { Model } from "./model.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import type { Said } from "./said.ts";
import { membersOf, schemaAt } from "./schema-at.ts";
import type { Thing } from "./thing.ts";

/** How many parts a thing may consist of; of more it is told as of one. */
export const PARTS = 100_000;

/**
 * The lists in a start of which each member is done on its own. A link from the start leads to a list of what has ids
 * of its own, and whose items say one of what the start says a list of: `job_id` of `job_ids`.
 */
export function eachOf(
  model: Model,
  role: Role,
  said: readonly Said[],
): Record<string, readonly Json[]> | undefined {
  const names = partNames(model, role);
  const lists = said.flatMap(({ plain, value }): [string, readonly Json[]][] => {
    const one = plain.replace(/s$/, "");
    return one !== plain && names.has(one) && Array.isArray(value) && value.length > 0 ? [[one, value]] : [];
  });
  const each = Object.fromEntries(lists);
  return lists.length > 0 && countOf(each) <= PARTS ? each : undefined;
}

/** How many parts a thing consists of. */
export function partCount({ each }: Thing): number {
  return each ? countOf(each) : 1;
}

/** What is said of one part. */
export function partSaid({ each = {} }: Thing, part: number): Record<string, Json> {
  let rest = part;
  const said = Object.entries(each).map(([name, values]): [string, Json] => {
    const value = values[rest % values.length] as Json;
    rest = Math.floor(rest / values.length);
    return [name, value];
  });
  return Object.fromEntries(said);
}

/** Under what a thing keeps the id of one part. */
export function partKey(family: string, part: number): string {
  return `${family} ${part}`;
}

/** The part that an id is of. */
export function partWithId({ each, ids }: Thing, id: string): number | undefined {
  if (!each) return undefined;
  const key = Object.keys(ids).find((one) => ids[one] === id);
  const [, part] = / (\d+)$/.exec(key ?? "") ?? [];
  return part === undefined ? undefined : Number(part);
}

const remembered = new WeakMap<Role, ReadonlySet<string>>();

function partNames({ root, operations }: Model, role: Role): ReadonlySet<string> {
  const known = remembered.get(role);
  if (known) return known;
  const own = role.shows.map(({ family }) => family);
  const names = role.links.flatMap(({ target }) => {
    const list = operations.get(target.id);
    const hasOwnIds = list?.shows.some(({ family }) => !own.includes(family));
    const item = hasOwnIds && list?.paging && schemaAt(root, list.media?.schema, [...list.paging.items, "*"]);
    return item ? [...membersOf(root, item).keys()].map(plainName) : [];
  });
  const found = new Set(names);
  remembered.set(role, found);
  return found;
}

function countOf(each: Readonly<Record<string, readonly Json[]>>): number {
  return Object.values(each).reduce((count, values) => count * values.length, 1);
}
