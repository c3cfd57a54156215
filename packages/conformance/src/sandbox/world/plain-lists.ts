import { isObject, type Json } from "../../document/json.ts";
import type { Draft } from "../draft.ts";
import { memberOf } from "./fact.ts";
import type { Model } from "./model.ts";
import { copyWith, putAt, valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { type Said, scalarsIn } from "./said.ts";
import type { Store } from "./store.ts";
import { idOf } from "./thing.ts";
import type { Views } from "./views.ts";

/** The lists of executions that have no pages: what is asked for at the address that executions are started at. */
export interface PlainLists {
  /** An answer with the executions that were started there; as it is where none was, or where it is no such list. */
  answer(role: Role, said: readonly Said[], draft: Draft | undefined): Draft | undefined;
}

interface PlainList {
  readonly start: Role;
  /** The operation by which an execution is polled. */
  readonly polled: Role;
  /** Steps to the list. */
  readonly steps: readonly string[];
  /** The documented item that is an execution, and its id. */
  readonly item: Json;
  readonly id: string;
  /** How many such items the document shows. */
  readonly count: number;
}

/** How many are told, the newest first: nobody can ask for the others. */
const SHOWN = 100;

export function createPlainLists(model: Model, store: Store, views: Views): PlainLists {
  const lists = new Map([...model.operations.values()].map((role) => [role, readList(model, role)] as const));
  return {
    answer(role, said, draft) {
      const list = lists.get(role);
      if (!list || draft?.value === undefined) return draft;
      const place = said.filter((one) => one.place === "path");
      const things = store
        .list()
        .filter(({ start, life }) => life && start === list.start.operation.id)
        .filter((thing) => place.every(({ plain, value }) => thing.said[plain] === value))
        .slice(0, SHOWN);
      if (things.length === 0) return draft;
      const items = things.map((thing) =>
        itemOf(list, idOf(thing), views.tell(list.polled, thing, {}, undefined)),
      );
      return { ...draft, value: withItems(list, draft.value, items) };
    },
  };
}

function readList(model: Model, role: Role): PlainList | undefined {
  if (!role.safe || role.session || role.paging || role.status) return undefined;
  const start = [...model.operations.values()].find(
    (one) => one.creates && one.operation.path === role.operation.path && one.operation !== role.operation,
  );
  const polled = start?.links
    .map(({ target }) => model.operations.get(target.id))
    .find((one) => one?.status && !one.status.list);
  const ids = model.documentedIds.get(start?.shows[0]?.family ?? "");
  const found = ids && findItems(role.draft?.value, ids);
  return start && polled && found && { start, polled, ...found };
}

/** The list whose items bear ids that the document shows. */
function findItems(
  body: Json | undefined,
  ids: ReadonlySet<string>,
  steps: readonly string[] = [],
): Pick<PlainList, "steps" | "item" | "id" | "count"> | undefined {
  if (Array.isArray(body)) {
    const own = body.flatMap((item) => {
      const id = scalarsIn(item).find((one) => ids.has(one));
      return id === undefined ? [] : [{ item, id }];
    });
    return own[0] && { steps, ...own[0], count: own.length };
  }
  for (const [name, member] of isObject(body) ? Object.entries(body) : []) {
    const found = findItems(member, ids, [...steps, name]);
    if (found) return found;
  }
  return undefined;
}

/** The documented item, with what the polled operation tells of another execution. */
function itemOf({ item, id }: PlainList, own: string, told: Json): Json {
  return retold(copyWith(item, [[id, own]]));

  function retold(value: Json): Json {
    if (Array.isArray(value)) return value.map(retold);
    if (!isObject(value)) return value;
    // A member may be an object of its own: { name: "state", value: "running" }.
    const named = typeof value.name === "string" ? saidOf(value.name) : undefined;
    const pairs = Object.entries(value).map(([name, member]): [string, Json] => {
      if (typeof member === "object") return [name, retold(member)];
      const said = name === "value" ? named : name === "name" ? undefined : saidOf(name);
      return [name, typeof said === typeof member ? (said as Json) : member];
    });
    return Object.fromEntries(pairs);
  }

  function saidOf(name: string): Json | undefined {
    return memberOf(told, plainName(name))?.value;
  }
}

/** The items in place of the documented ones; what tells how many there are tells it anew. */
function withItems({ steps, id, count }: PlainList, sample: Json, items: readonly Json[]): Json {
  const body = copyWith(sample, []);
  const before = valueAtSteps(body, steps);
  const others = Array.isArray(before) ? before.filter((item) => !scalarsIn(item).includes(id)) : [];
  const holder = valueAtSteps(body, steps.slice(0, -1));
  for (const [name, value] of isObject(holder) ? Object.entries(holder) : []) {
    if (value === count && /total|count/i.test(name))
      putAt(body, [...steps.slice(0, -1), name], items.length);
  }
  return putAt(body, steps, [...others, ...items]);
}
