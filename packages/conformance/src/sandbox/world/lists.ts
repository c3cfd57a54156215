import { isObject, type Json } from "../../document/json.ts";
import type { Draft } from "../draft.ts";
import type { Violation } from "../violation.ts";
import { isExample } from "./examples.ts";
import { type Member, memberOf } from "./fact.ts";
import { isFilter, readFilter } from "./filters.ts";
import type { Addressed } from "./find-thing.ts";
import { framePage } from "./frame-page.ts";
import { journalEntries } from "./journal-entries.ts";
import type { Model } from "./model.ts";
import type { NamedThings } from "./named-things.ts";
import { type Entry, pageOf } from "./pages.ts";
import { PARTS, partCount } from "./parts.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Paging, Role } from "./role.ts";
import type { Said } from "./said.ts";
import { type Shelf, shelve } from "./shelf.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** The lists of a world, page by page. */
export interface Lists {
  /** The page that is asked for. */
  answer(
    role: Role & { readonly paging: Paging },
    draft: Draft,
    said: readonly Said[],
    addressed: Addressed,
  ): Draft | Violation;
  /** What the lists show of an id that was not created: the members of the item. */
  shown(family: string, id: string): Readonly<Record<string, Json>> | undefined;
}

/** An item of something that was created. Composed as late as can be: there may be thousands. */
interface Created extends Entry {
  /** The member of the item that has a plain name. */
  readonly member: (plain: string) => Member | undefined;
}

export function createLists(model: Model, store: Store, views: Views, named: NamedThings): Lists {
  const shelves = new Map<string, Shelf>();
  for (const role of model.operations.values()) {
    if (role.paging && !role.session) shelves.set(role.operation.id, shelve(model, views, role, role.paging));
  }
  const shown = new Map<string, Json>();
  for (const { id, items } of shelves.values()) {
    for (const item of id ? items : []) {
      const value = valueAtSteps(item, id?.steps ?? []);
      if (value !== undefined) shown.set(`${id?.family} ${String(value)}`, item);
    }
  }

  return {
    answer(role, draft, said, addressed) {
      const shelf = shelves.get(role.operation.id);
      if (!shelf) return draft;
      const entries = entriesOf(role, shelf, said, addressed);
      const page = pageOf(role.paging, entries, said, {
        operation: role.operation.id,
        size: shelf.size,
        isShown: (start) => isExample(role, plainName(role.paging.style.parameter), start),
      });
      if ("mistake" in page) return page;
      const items = page.entries.map(({ item }) => item());
      return { ...draft, value: framePage(model, views, role, shelf, said, items, page) };
    },
    shown(family, id) {
      const item = shown.get(`${family} ${id}`);
      return isObject(item)
        ? Object.fromEntries(Object.entries(item).map(([name, value]) => [plainName(name), value]))
        : undefined;
    },
  };

  function entriesOf(
    role: Role & { paging: Paging },
    shelf: Shelf,
    said: readonly Said[],
    addressed: Addressed,
  ): Entry[] {
    const { subjects, unknown } = addressed;
    if (shelf.isJournal) {
      const life = addressed.things.find((thing) => thing.life)?.life;
      if (life)
        return journalEntries(shelf.items, life).map((item, index, all) => ({
          key: all.length - index,
          item: () => item,
        }));
    }
    if (unknown.length > 0) return [];
    const filters = said
      .filter((one) => isFilter(model, role, one))
      .map((one) => readFilter(model.root, role, one));
    const isSelected = subjects.length > 0 || addressed.shown.length > 0;
    const listed = isSelected ? [...new Set(subjects)] : thingsOf(shelf, role);
    const created = listed
      .flatMap((thing) => entriesFor(role, shelf, thing))
      .filter(({ member }) => filters.every(({ plain, admits }) => admits(member(plain))));
    // Executions are those that were started; until one was, those that the document shows.
    if (role.status && (created.length > 0 || listed.length > 0) && addressed.shown.length === 0)
      return created;
    if (isSelected && addressed.shown.length === 0) return created;
    const strict = filters.filter(({ isShown }) => !isShown());
    const samples = shelf.items
      .map((item, index): Entry => ({ key: -1 - index, item: () => item }))
      .filter(({ item }) => !isForgotten(shelf, item()) && !named.isGone(role, item()))
      .filter(({ item }) => strict.every(({ plain, admits }) => admits(memberOf(item(), plain))));
    const room = role.status ? samples.length : Math.max(0, shelf.items.length - created.length);
    return [...created, ...samples.slice(0, room)];
  }

  /** An item for a thing; for each part of it where it is parts that the list has. */
  function entriesFor(role: Role & { paging: Paging }, { id }: Shelf, thing: Thing): Created[] {
    const isOfParts = thing.each && id && id.family !== Object.keys(thing.ids)[0];
    const parts = isOfParts ? Array.from({ length: partCount(thing) }, (_, part) => part) : [undefined];
    return parts.map((part) => {
      let told: Json | undefined;
      const item = () => (told ??= views.tell(role, thing, {}, role.paging.items, part));
      const member = (plain: string) => {
        const fact = views.fact(role, thing, plain, role.paging.items, part);
        return fact ? fact.member : memberOf(item(), plain);
      };
      return { key: thing.serial * PARTS - (part ?? 0), item, member };
    });
  }

  function thingsOf({ kind, id }: Shelf, role: Role): readonly Thing[] {
    if (kind === undefined) return named.listed(role);
    return store.list().filter((thing) => {
      if (model.operations.get(thing.start)?.kind !== kind) return false;
      return role.status ? thing.life !== undefined : id !== undefined && thing.ids[id.family] !== undefined;
    });
  }

  function isForgotten({ id }: Shelf, item: Json): boolean {
    const value = id && valueAtSteps(item, id.steps);
    return value !== undefined && store.isGone(String(value));
  }
}
