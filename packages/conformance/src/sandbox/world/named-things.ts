import type { Document } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Violation } from "../violation.ts";
import type { Answers } from "./answers.ts";
import { notFound } from "./find-thing.ts";
import type { Model } from "./model.ts";
import { nameThing, storedName } from "./name-thing.ts";
import { type NamedKind, type NamedRole, readNamedKinds } from "./named-kinds.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { keptOf, type Said, scalarsIn, tokenOf } from "./said.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/**
 * The things that no link leads to: what is created is read back, changed and listed, and what was deleted is not
 * there any more. A name that nobody has spoken of is taken for one that is there.
 */
export interface NamedThings {
  /** What is answered, where it is not what the document shows. */
  act(role: Role, said: readonly Said[]): Draft | readonly Violation[] | undefined;
  /** What was created of the kind that is listed. */
  listed(role: Role): readonly Thing[];
  /** Whether an item that the document shows in a list was deleted. */
  isGone(role: Role, item: Json): boolean;
}

export interface NamedThingsOptions {
  readonly document: Document;
  readonly model: Model;
  readonly store: Store;
  readonly views: Views;
  readonly clock: Clock;
  /** Names of members that hold a secret. */
  readonly secrets: ReadonlySet<string>;
}

export function createNamedThings(options: NamedThingsOptions, answers: () => Answers): NamedThings {
  const { document, model, store, views, clock, secrets } = options;
  const roles = readNamedKinds(model);
  return {
    act(role, said) {
      const named = roles.get(role.operation.id);
      if (!named || named.does === "list") return undefined;
      return named.does === "create" ? create(named.kind, role, said) : address(named, role, said);
    },
    listed(role) {
      const named = roles.get(role.operation.id);
      return named?.does === "list" ? store.list().filter(({ start }) => start === named.kind.create) : [];
    },
    isGone(role, item) {
      const named = roles.get(role.operation.id);
      if (named?.does !== "list" || !isObject(item)) return false;
      return Object.entries(item).some(
        ([name, value]) =>
          named.kind.keys.has(plainName(name)) &&
          store.isGone(storedName(named.kind, plainName(name), String(value))),
      );
    },
  };

  /** Reads, changes or deletes what an argument names. */
  function address(
    { kind, key, argument: name }: NamedRole,
    role: Role,
    said: readonly Said[],
  ): Draft | readonly Violation[] | undefined {
    const argument = said.find(({ plain }) => plain === name);
    if (!argument || key === undefined) return undefined;
    const names = namesIn(argument, key).map((value) => storedName(kind, key, value));
    if (role.knowsNotFound && areGone(names)) return [notFound(argument)];
    if (role.deletes) {
      forget(names);
      return undefined;
    }
    const thing = store.byId(names[0] ?? "");
    if (!thing) return undefined;
    if (!role.safe) change(kind, thing, said);
    return answers().of(role, thing, said);
  }

  function areGone(names: readonly string[]): boolean {
    return names.length > 0 && names.every((one) => store.isGone(one));
  }

  function forget(names: readonly string[]): void {
    for (const one of names) store.forget(one);
  }

  function create(kind: NamedKind, role: Role, said: readonly Said[]): Draft | undefined {
    const token = tokenOf(document, role.operation, said);
    const repeated = token === undefined ? undefined : store.byToken(token);
    const thing = repeated ?? add(kind, said);
    if (!thing) return undefined;
    if (token !== undefined && !repeated) store.remember(thing, token);
    return answers().of(role, thing, said);
  }

  function add(kind: NamedKind, said: readonly Said[]): Thing | undefined {
    const { ids, made, renamed } = nameThing(kind, said, views.newId);
    if (Object.keys(ids).length === 0) return undefined;
    // What is created anew under a name takes the place of what had it.
    for (const id of Object.values(ids)) {
      if (store.byId(id)) store.forget(id);
      store.revive(id);
    }
    const now = clock.now();
    const times = { createdAt: now, changedAt: now };
    return store.add({
      start: kind.create,
      ids,
      said: { ...keep(kind, said), ...made },
      tokens: [],
      ...times,
      renamed,
    });
  }

  function change(kind: NamedKind, thing: Thing, said: readonly Said[]): void {
    // What it goes by stays.
    const others = said.filter(({ plain }) => !kind.keys.has(plain) && plain !== "id");
    Object.assign(thing.said, keep(kind, others));
    thing.changedAt = clock.now();
  }

  function keep({ noun }: NamedKind, said: readonly Said[]): Record<string, Json> {
    const { value, ...kept } = keptOf(said, secrets);
    return value === undefined || /secret/i.test(noun) ? kept : { ...kept, value };
  }
}

/** The names that an argument says: one, or where it is of several all that are in its list. */
function namesIn({ plain, value }: Said, key: string): readonly string[] {
  return plain === key ? [String(value)] : scalarsIn(value).filter((one) => !/^\s*\[|,/.test(one));
}
