import type { Clock } from "../clock.ts";
import type { Call } from "./call.ts";
import type { Pace } from "./ending.ts";
import { passTime, stepOn } from "./life.ts";
import type { Store } from "./store.ts";

/** The executions that requests are about, and how far time and polls take them. */
export interface Lives {
  /** The time that passed since they were last asked for. */
  passTime(call: Call): void;
  /** A step for each that is polled, where it is polls that take them on. */
  poll(call: Call): void;
}

export function createLives(store: Store, clock: Clock, pace: Pace): Lives {
  return {
    passTime({ role, addressed: { things } }) {
      if (pace.by !== "time") return;
      const now = clock.now();
      // A list is of all there are.
      const listed = role.safe && things.length === 0 ? store.list() : things;
      for (const { life } of listed) if (life) passTime(life, pace, now);
    },
    poll({ role, addressed: { subjects } }) {
      if (pace.by !== "polls" || role.status === undefined || !role.safe) return;
      const now = clock.now();
      for (const { life } of subjects) if (life) stepOn(life, now);
    },
  };
}
