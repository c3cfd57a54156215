import type { Credentials } from "../../authentication/credentials.ts";
import type { Json } from "../../document/json.ts";
import { TeachingError } from "../../teaching-error.ts";
import { ENDINGS, type Ending } from "../world/ending.ts";
import { describeState } from "./describe-state.ts";
import { readDuration } from "./read-duration.ts";
import { readMember } from "./read-member.ts";
import { readRule } from "./read-rule.ts";
import type { Memory } from "./snapshot.ts";

/** What a person or a test can do to a sandbox. */
export interface Controlled extends Memory {
  advance(milliseconds: number): void;
  reset(): void;
}

/** One thing that can be asked for. */
export interface Act {
  readonly method: string;
  /** Below the address of the control endpoint; `{id}` stands for what is meant. */
  readonly path: string;
  /** @returns JSON; nothing where nothing is to be said */
  readonly run: (order: Order) => unknown;
}

/** What is asked for in particular. */
interface Order {
  /** What stands in the place of `{id}`. */
  readonly id: string;
  /** The body. @throws TeachingError when it is no JSON. */
  readonly json: () => Json;
  /** Where the sandbox is. */
  readonly origin: string;
}

/** That what an address names is not there. */
export class NotFound extends TeachingError {}

/** All that the control endpoint can do. */
export function createActs(sandbox: Controlled, credentials: Credentials): readonly Act[] {
  const { services, rules, journal } = sandbox;
  return [
    { method: "GET", path: "", run: ({ origin }) => describeState(sandbox, credentials, origin) },
    { method: "GET", path: "/rules", run: () => rules.list() },
    { method: "POST", path: "/rules", run: ({ json }) => ({ id: rules.add(readRule(json(), services)) }) },
    { method: "DELETE", path: "/rules", run: () => rules.clear() },
    { method: "DELETE", path: "/rules/{id}", run: removeRule },
    { method: "POST", path: "/executions/{id}", run: steer },
    { method: "POST", path: "/clock", run: advance },
    { method: "DELETE", path: "/sessions", run: lapse },
    { method: "DELETE", path: "/refusals", run: () => journal.clear() },
    { method: "POST", path: "/reset", run: () => sandbox.reset() },
  ];

  function removeRule({ id }: Order): void {
    if (rules.remove(id)) return;
    const ids = rules.list().map((rule) => rule.id);
    const expected = ids.length > 0 ? `one of ${ids.join(", ")}` : "none: there is no rule";
    throw new NotFound({ what: `no rule ${id}`, expected });
  }

  function steer({ id, json }: Order): object {
    const example = '{ "ending": "failed" }';
    const ending = readMember(json(), "ending", example);
    if (!isEnding(ending)) {
      const what = `no such ending: ${JSON.stringify(ending)}`;
      throw new TeachingError({ what, where: "ending", expected: `one of ${ENDINGS.join(", ")}`, example });
    }
    if (services.some(({ world }) => world.steer(id, ending))) return { id, ending };
    throw new NotFound({ what: `no execution ${id}`, expected: "one that the state lists" });
  }

  function advance({ json }: Order): object {
    sandbox.advance(readDuration(readMember(json(), "advance", '{ "advance": "PT1H" }'), "advance"));
    return { now: new Date(sandbox.clock.now()).toISOString() };
  }

  function lapse(): void {
    for (const { gate } of services) gate.lapse();
  }
}

function isEnding(value: Json | undefined): value is Ending {
  return (ENDINGS as readonly unknown[]).includes(value);
}
