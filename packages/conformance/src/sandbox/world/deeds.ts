import type { Clock } from "../clock.ts";
import { aboutWhich, type Call } from "./call.ts";
import { answerWaiting, attainable, type Life, type State, turnTo } from "./life.ts";
import type { Model } from "./model.ts";
import type { Role } from "./role.ts";
import { keptOf, type Said } from "./said.ts";
import type { Views } from "./views.ts";

/** What calls do to things that are there. */
export interface Deeds {
  /** Ends what is live, if the operation does that. */
  cancel(call: Call): void;
  /** Tells what waits how it is to go on, if the operation does that. */
  answer(call: Call): void;
  /** What is said of a thing from now on, if the operation does that. */
  update(call: Call): void;
}

export interface DeedsOptions {
  readonly model: Model;
  readonly views: Views;
  readonly clock: Clock;
  /** Names of members that hold a secret. */
  readonly secrets: ReadonlySet<string>;
}

export function createDeeds({ model, views, clock, secrets }: DeedsOptions): Deeds {
  return {
    cancel(call) {
      if (!call.role.cancels) return;
      for (const { life } of aboutWhich(call)) {
        if (life) turnTo(life, attainable("canceled", possibleOf(life)), clock.now());
      }
    },
    answer({ role, said, addressed: { things } }) {
      if (role.answers.length === 0) return;
      for (const { life } of things) {
        if (life) answerWaiting(life, answeredState(role, said), possibleOf(life), clock.now());
      }
    },
    update({ role, said, addressed: { things } }) {
      if (!role.updates) return;
      for (const thing of things) {
        Object.assign(thing.said, keptOf(said, secrets));
        thing.changedAt = clock.now();
      }
    },
  };

  function possibleOf(life: Life): ReadonlySet<State> {
    const role = model.operations.get(life.start);
    return role ? views.possible(role) : new Set();
  }
}

/** The state that a link names whose constants the request bears; what no link names lets the execution go on. */
function answeredState({ answers }: Role, said: readonly Said[]): State {
  const isBorne = (name: string, value: string) =>
    said.some((one) => one.plain === name && String(one.value) === value);
  const [meant] = answers
    .filter(({ constants }) => Object.entries(constants).every(([name, value]) => isBorne(name, value)))
    .sort((a, b) => Object.keys(b.constants).length - Object.keys(a.constants).length);
  return (meant?.state ?? "running") as State;
}
