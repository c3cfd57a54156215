import type { Violation } from "../violation.ts";
import type { Model } from "./model.ts";
import type { Role } from "./role.ts";
import { type Said, scalarsIn } from "./said.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";

/** What a request is about. */
export interface Addressed {
  /** Those that its id arguments name first, then those whose ids it says elsewhere. */
  readonly things: readonly Thing[];
  /** Those that the arguments name by which the operation is asked for a thing. */
  readonly subjects: readonly Thing[];
  /** Ids that nothing has, under the argument that says them. */
  readonly unknown: readonly Said[];
  /** Ids that the document shows: they are answered as it shows them. */
  readonly shown: readonly { readonly family: string; readonly id: string }[];
}

/** Ids that are there without having been created. */
export type Shows = (family: string, id: string) => boolean;

/** Finds what a request is about by the ids in its arguments. */
export function findThings(
  model: Model,
  store: Store,
  shows: Shows,
  role: Role,
  said: readonly Said[],
): Addressed {
  const subjects: Thing[] = [];
  const things: Thing[] = [];
  const unknown: Said[] = [];
  const shown: { family: string; id: string }[] = [];
  for (const one of said) {
    const family = model.families.get(one.plain);
    if (family === undefined) mention(one);
    else find(one, family);
  }
  return { subjects, things: [...new Set([...subjects, ...things])], unknown, shown };

  /** The things whose ids an argument says that takes none. */
  function mention({ value }: Said): void {
    for (const text of scalarsIn(value)) {
      const thing = store.byId(text);
      if (thing && isTelling(text)) things.push(thing);
    }
  }

  /** What an argument names that takes ids of a family. */
  function find(one: Said, family: string): void {
    const ids = scalarsIn(one.value).filter((id) => id !== "");
    const named: Thing[] = [];
    for (const id of ids) {
      const thing = store.byId(id);
      if (thing && fitsKind(model, role, family, thing)) named.push(thing);
    }
    const known = ids.filter((id) => !store.isGone(id) && shows(family, id));
    subjects.push(...named);
    for (const id of known) {
      if (!named.some((thing) => Object.values(thing.ids).includes(id))) shown.push({ family, id });
    }
    if (ids.length > 0 && named.length === 0 && known.length === 0) unknown.push(one);
  }
}

/** What is answered where an id is unknown. */
export function notFound({ name, place, value }: Said): Violation {
  return {
    mistake: "notFound",
    at: place === "body" ? `body #/${name}` : `${place} parameter ${name}`,
    expected: "the id of something that is there",
    received: typeof value === "string" ? value : JSON.stringify(value),
    name,
  };
}

// Two kinds of thing may have the same name for their ids. An operation that is asked for one is not for the other.
function fitsKind(model: Model, { kind }: Role, family: string, thing: Thing): boolean {
  if (kind === undefined || model.operations.get(thing.start)?.kind === kind) return true;
  return !model.created.has(`${kind} ${family}`);
}

// A plain number may be anything.
function isTelling(text: string): boolean {
  return text.length >= 4 && !/^\d+$/.test(text);
}
