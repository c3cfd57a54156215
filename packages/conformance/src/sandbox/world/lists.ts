import { isObject, type Json } from "../../document/json.ts";
import type { Draft } from "../draft.ts";
import type { Violation } from "../violation.ts";
import { isExample } from "./examples.ts";
import type { Addressed } from "./find-thing.ts";
import { framePage } from "./frame-page.ts";
import { createEntries, type ListRole } from "./list-entries.ts";
import type { Model } from "./model.ts";
import type { NamedThings } from "./named-things.ts";
import { pageOf } from "./pages.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Said } from "./said.ts";
import { type Shelf, shelve } from "./shelf.ts";
import type { Store } from "./store.ts";
import type { Views } from "./views.ts";

/** The lists of a world, page by page. */
export interface Lists {
  /** The page that is asked for. */
  answer(role: ListRole, draft: Draft, said: readonly Said[], addressed: Addressed): Draft | Violation;
  /** What the lists show of an id that was not created: the members of the item. */
  shown(family: string, id: string): Readonly<Record<string, Json>> | undefined;
}

export function createLists(model: Model, store: Store, views: Views, named: NamedThings): Lists {
  const entriesOf = createEntries(model, store, views, named);
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
}
