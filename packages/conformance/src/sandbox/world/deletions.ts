import type { Draft } from "../draft.ts";
import type { Violation } from "../violation.ts";
import type { Answers } from "./answers.ts";
import type { Call } from "./call.ts";
import { notFound } from "./find-thing.ts";
import { pathArgument, pathOf } from "./request-path.ts";
import type { Store } from "./store.ts";
import { idOf } from "./thing.ts";

/** What is deleted is unknown from now on, by its id or, where it has none that is known, by its path. */
export interface Deletions {
  /** Deletes what a request is about, if its operation does that. */
  delete(call: Call): Draft | readonly Violation[] | undefined;
  /** What was deleted by its path cannot be read there. What writes there brings it back. */
  missing(call: Call): readonly Violation[] | undefined;
}

export function createDeletions(store: Store, answers: Answers): Deletions {
  return {
    delete(call) {
      const { role, received, said, addressed } = call;
      if (!role.deletes) return undefined;
      const path = pathOf(received);
      if (path !== undefined && store.isGone(path) && role.knowsNotFound) {
        return [notFound(pathArgument(said))];
      }
      const { things, shown } = addressed;
      for (const thing of things) store.forget(idOf(thing));
      for (const { id } of shown) store.forget(id);
      if (path !== undefined && things.length === 0 && shown.length === 0) store.forget(path);
      return answers.documented(role, said, addressed);
    },
    missing({ role, received, said }) {
      const path = pathOf(received);
      if (path === undefined || !store.isGone(path)) return undefined;
      if (role.safe) return role.knowsNotFound ? [notFound(pathArgument(said))] : undefined;
      store.revive(path);
      return undefined;
    },
  };
}
