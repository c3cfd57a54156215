import type { Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Received } from "../received.ts";
import type { Call } from "./call.ts";
import type { Pace } from "./ending.ts";
import type { Shows } from "./find-thing.ts";
import { createLife } from "./life.ts";
import type { Model } from "./model.ts";
import { eachOf } from "./parts.ts";
import { valueAtSteps } from "./place.ts";
import type { Role } from "./role.ts";
import { keptOf, tokenOf } from "./said.ts";
import { startAnswer } from "./start-answer.ts";
import { createStartSubject } from "./start-subject.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** What calls create, or set going again. */
export interface Starts {
  /** Creates something or sets it going again; `undefined` where the operation does neither. */
  start(call: Call): Draft | undefined;
}

export interface StartsOptions {
  readonly model: Model;
  readonly store: Store;
  readonly views: Views;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly shows: Shows;
  /** Names of members that hold a secret. */
  readonly secrets: ReadonlySet<string>;
}

export function createStarts({ model, store, views, clock, pace, shows, secrets }: StartsOptions): Starts {
  const findSubject = createStartSubject({ model, store, shows });
  return {
    start(call) {
      const { role, received, said } = call;
      if (!role.creates && !setsGoing(role)) return undefined;
      const token = tokenOf(received.document, role.operation, said);
      const repeated = token === undefined ? undefined : store.byToken(token);
      if (repeated) return answer(call, repeated);
      const thing = subjectOf(call);
      if (!thing) return undefined;
      setGoing(role, thing, received);
      if (token !== undefined) store.remember(thing, token);
      return answer(call, thing);
    },
  };

  function answer({ role, received, said }: Call, thing: Thing): Draft | undefined {
    return startAnswer(views, role, thing, received, keptOf(said, secrets));
  }

  function setsGoing({ safe, cancels, answers, links }: Role): boolean {
    if (safe || cancels || answers.length > 0) return false;
    return links.some(({ target }) => model.operations.get(target.id)?.status);
  }

  /** What is set going: it is there already, the document shows it, or it is created now. */
  function subjectOf(call: Call): Thing | undefined {
    const found = findSubject(call);
    if (found) return "id" in found ? add(call.role, { [found.family]: found.id }, {}) : found;
    return call.role.creates ? create(call) : undefined;
  }

  function create({ role, said }: Call): Thing {
    const { draft } = role;
    const ids: Record<string, string> = {};
    for (const { family, steps, header } of role.shows) {
      const sample = steps ? valueAtSteps(draft?.value, steps) : draft?.headers[header ?? ""];
      ids[family] ??= views.newId(String(sample ?? "00000000"));
    }
    return add(role, ids, keptOf(said, secrets), eachOf(model, role, said));
  }

  function add(
    role: Role,
    ids: Record<string, string>,
    said: Record<string, Json>,
    each?: Thing["each"],
  ): Thing {
    const now = clock.now();
    const times = { createdAt: now, changedAt: now };
    return store.add({ start: role.operation.id, ids, said, tokens: [], ...times, ...(each && { each }) });
  }

  function setGoing(role: Role, thing: Thing, { preference }: Received): void {
    const possible = views.possible(role);
    if (possible.size === 0) return;
    const { status, draft } = role;
    const shown = status && !status.list ? valueAtSteps(draft?.value, status.steps) : undefined;
    const begun = shown !== undefined && !(status?.values.notStarted ?? []).includes(shown);
    const now = clock.now();
    const seen = shown !== undefined || pace.by === "time";
    thing.life = createLife(role.operation.id, preference.outcome, possible, { seen, begun, now });
    thing.changedAt = now;
  }
}
