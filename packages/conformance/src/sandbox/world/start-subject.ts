import type { Call } from "./call.ts";
import type { Shows } from "./find-thing.ts";
import type { Model } from "./model.ts";
import { plainName } from "./plain-name.ts";
import { evaluate } from "./runtime-expression.ts";
import { evaluatedOf } from "./start-answer.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";

/** An id that the document shows: it is there, but nothing came of it yet. */
interface ShownId {
  readonly family: string;
  readonly id: string;
}

export interface StartSubjectOptions {
  readonly model: Model;
  readonly store: Store;
  readonly shows: Shows;
}

/** Finds what a start is for, if it is for something that is there. */
export function createStartSubject({
  model,
  store,
  shows,
}: StartSubjectOptions): (call: Call) => Thing | ShownId | undefined {
  return (call) => ownThing(call) ?? shownThing(call) ?? (call.role.creates ? undefined : boundThing(call));

  /** The thing that the start is asked for, where it is of the kind that the start is for. */
  function ownThing({ role, addressed: { subjects } }: Call): Thing | undefined {
    if (role.kind === undefined) return undefined;
    const own = subjects.find(({ start }) => model.operations.get(start)?.kind === role.kind);
    return own && role.shows.some(({ family }) => own.ids[family] !== undefined) ? own : undefined;
  }

  function shownThing({ role, addressed }: Call): Thing | ShownId | undefined {
    const shown = addressed.shown.find(({ family }) => role.shows.some((one) => one.family === family));
    return shown && (store.byId(shown.id) ?? shown);
  }

  /** The thing whose id a link takes from the request, to the operation that tells of its status. */
  function boundThing(call: Call): Thing | ShownId | undefined {
    for (const bound of boundIds(call)) {
      const found = store.byId(bound.id);
      if (found) return found;
      if (shows(bound.family, bound.id)) return bound;
    }
    return undefined;
  }

  function boundIds({ role, received }: Call): ShownId[] {
    const over = evaluatedOf(received);
    const polls = role.links.filter(({ target }) => model.operations.get(target.id)?.status);
    return polls.flatMap(({ bound }) =>
      bound.flatMap(({ name, expression }) => {
        const family = model.families.get(plainName(name));
        if (family === undefined || expression.from !== "request") return [];
        const id = evaluate(expression, over);
        return typeof id === "string" || typeof id === "number" ? [{ family, id: String(id) }] : [];
      }),
    );
  }
}
