import type { Json } from "../../document/json.ts";
import { type Member, memberOf } from "./fact.ts";
import { type Filter, isFilter, readFilter } from "./filters.ts";
import type { Addressed } from "./find-thing.ts";
import { journalEntries } from "./journal-entries.ts";
import type { Model } from "./model.ts";
import type { NamedThings } from "./named-things.ts";
import type { Entry } from "./pages.ts";
import { PARTS, partCount } from "./parts.ts";
import { valueAtSteps } from "./place.ts";
import type { Paging, Role } from "./role.ts";
import type { Said } from "./said.ts";
import type { Shelf } from "./shelf.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** An operation that answers with pages. */
export type ListRole = Role & { readonly paging: Paging };

/** What stands on a list, the newest first: what was created, and what the document shows. */
export type ReadEntries = (
  role: ListRole,
  shelf: Shelf,
  said: readonly Said[],
  addressed: Addressed,
) => Entry[];

/** An item of something that was created. Composed as late as can be: there may be thousands. */
interface Created extends Entry {
  /** The member of the item that has a plain name. */
  readonly member: (plain: string) => Member | undefined;
}

export function createEntries(model: Model, store: Store, views: Views, named: NamedThings): ReadEntries {
  return (role, shelf, said, addressed) => {
    const lines = shelf.isJournal ? journalOf(shelf, addressed) : undefined;
    if (lines) return lines;
    if (addressed.unknown.length > 0) return [];
    const filters = filtersOf(role, said);
    const { subjects, shown } = addressed;
    const isSelected = subjects.length > 0 || shown.length > 0;
    const listed = isSelected ? [...new Set(subjects)] : thingsOf(shelf, role);
    const created = listed
      .flatMap((thing) => entriesFor(role, shelf, thing))
      .filter(({ member }) => filters.every(({ plain, admits }) => admits(member(plain))));
    // Executions are those that were started; until one was, those that the document shows.
    const areStarted = role.status !== undefined && listed.length > 0;
    if (shown.length === 0 && (areStarted || isSelected)) return created;
    return [...created, ...samplesOf(role, shelf, filters, created.length)];
  };

  function filtersOf(role: ListRole, said: readonly Said[]): Filter[] {
    return said.filter((one) => isFilter(model, role, one)).map((one) => readFilter(model.root, role, one));
  }

  /** What an execution went through, where the list is of that. */
  function journalOf({ items }: Shelf, { things }: Addressed): Entry[] | undefined {
    const life = things.find((thing) => thing.life)?.life;
    return (
      life &&
      journalEntries(items, life).map((item, index, all) => ({ key: all.length - index, item: () => item }))
    );
  }

  /** What the document shows, and is not deleted nor filtered out; what was created takes the place of the last. */
  function samplesOf(role: ListRole, shelf: Shelf, filters: readonly Filter[], created: number): Entry[] {
    const strict = filters.filter(({ isShown }) => !isShown());
    const samples = shelf.items
      .map((item, index): Entry => ({ key: -1 - index, item: () => item }))
      .filter(({ item }) => !isForgotten(shelf, item()) && !named.isGone(role, item()))
      .filter(({ item }) => strict.every(({ plain, admits }) => admits(memberOf(item(), plain))));
    return role.status ? samples : samples.slice(0, Math.max(0, shelf.items.length - created));
  }

  /** An item for a thing; for each part of it where it is parts that the list has. */
  function entriesFor(role: ListRole, { id }: Shelf, thing: Thing): Created[] {
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
