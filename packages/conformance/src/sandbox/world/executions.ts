import type { CanonicalState } from "../../document/vocabulary.ts";
import type { Clock } from "../clock.ts";
import type { Ending, Pace } from "./ending.ts";
import { bend, passTime, progressOf, stateOf } from "./life.ts";
import type { Model } from "./model.ts";
import type { Store } from "./store.ts";
import { idOf, type Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** What is known of an execution. */
export interface Execution {
  readonly id: string;
  /** The operation that started it. */
  readonly operation: string;
  readonly state: CanonicalState | "expired";
  /** In percent. */
  readonly progress: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** The executions of a world, for whoever watches them from outside. */
export interface Executions {
  /** The newest first. */
  list(): readonly Execution[];
  /** Bends how an execution goes. Whether there is one of that id. */
  steer(id: string, ending: Ending): boolean;
}

export interface ExecutionsOptions {
  readonly model: Model;
  readonly store: Store;
  readonly views: Views;
  readonly clock: Clock;
  readonly pace: Pace;
}

export function createExecutions({ model, store, views, clock, pace }: ExecutionsOptions): Executions {
  return {
    list: () => store.list().flatMap((thing) => executionOf(thing) ?? []),
    steer(id, ending) {
      const life = store.byId(id)?.life;
      const role = life && model.operations.get(life.start);
      if (!life || !role) return false;
      passTime(life, pace, clock.now());
      bend(life, ending, views.possible(role), clock.now());
      return true;
    },
  };

  function executionOf(thing: Thing): Execution | undefined {
    const { life } = thing;
    if (!life) return undefined;
    passTime(life, pace, clock.now());
    return {
      id: idOf(thing),
      operation: life.start,
      state: stateOf(life),
      progress: progressOf(life),
      startedAt: life.since[0] ?? thing.changedAt,
    };
  }
}
