import type { Json } from "../../document/json.ts";
import { type State, stateOf } from "./life.ts";
import type { Model } from "./model.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { valueIn } from "./start-says.ts";
import type { Thing } from "./thing.ts";

/** In which states things can be seen. */
export interface States {
  /** Those that what an operation starts can be seen in; none if it starts nothing. */
  possible(role: Role): ReadonlySet<State>;
  /**
   * The status of a thing as an argument that is told again: a plain list may have it without marking it, and then its
   * value is that of the operation which is polled.
   */
  said(role: Role, thing: Thing): Record<string, Json>;
}

export function createStates(model: Model): States {
  const possibilities = new Map<Role, ReadonlySet<State>>();
  return {
    possible(role) {
      const known = possibilities.get(role);
      if (known) return known;
      const states = new Set(polledFrom(role));
      possibilities.set(role, states);
      return states;
    },
    said(role, { life }) {
      if (role.status || !life) return {};
      const start = model.operations.get(life.start);
      const polled = start?.links
        .map(({ target }) => model.operations.get(target.id))
        .find((one) => one?.status);
      const name = polled?.status?.steps.at(-1);
      if (!start || !polled || name === undefined) return {};
      const state = stateOf(life);
      const value = valueIn(start, polled, state) ?? polled.status?.values[state]?.[0];
      return value === undefined ? {} : { [plainName(name)]: value };
    },
  };

  function polledFrom(role: Role): State[] {
    const polled = role.links.filter(({ target }) => model.operations.get(target.id)?.status);
    const link = polled.find(({ values }) => values) ?? polled[0];
    const status = link && model.operations.get(link.target.id)?.status;
    if (!link || !status) return [];
    const states = Object.keys(link.values ?? status.values) as State[];
    return status.expires === undefined ? states : [...states, "expired"];
  }
}
