import type { Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Received } from "../received.ts";
import type { Pace } from "./ending.ts";
import type { Addressed, Shows } from "./find-thing.ts";
import { answerWaiting, attainable, createLife, type Life, type State, turnTo } from "./life.ts";
import type { Model } from "./model.ts";
import { eachOf } from "./parts.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { type Evaluated, evaluate } from "./runtime-expression.ts";
import { keptOf, type Said, tokenOf } from "./said.ts";
import { evaluatedOf, startAnswer } from "./start-answer.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** What requests do to things. */
export interface Deeds {
  /** Creates something or sets it going again; `undefined` where the operation does neither. */
  start(role: Role, received: Received, said: readonly Said[], addressed: Addressed): Draft | undefined;
  /** Ends what is live. */
  cancel(things: readonly Thing[]): void;
  /** Tells what waits how it is to go on. */
  answer(role: Role, said: readonly Said[], things: readonly Thing[]): void;
  /** What is said of a thing from now on. */
  update(things: readonly Thing[], said: readonly Said[]): void;
}

export interface DeedsOptions {
  readonly model: Model;
  readonly store: Store;
  readonly views: Views;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly shows: Shows;
  /** Names of members that hold a secret. */
  readonly secrets: ReadonlySet<string>;
}

export function createDeeds({ model, store, views, clock, pace, shows, secrets }: DeedsOptions): Deeds {
  const started = (role: Role, thing: Thing, received: Received, said: readonly Said[]) =>
    startAnswer(views, role, thing, received, keptOf(said, secrets));
  return {
    start(role, received, said, addressed) {
      const { draft } = role;
      if (!draft || (!role.creates && !setsGoing(role))) return undefined;
      const token = tokenOf(received.document, role.operation, said);
      const repeated = token === undefined ? undefined : store.byToken(token);
      if (repeated) return started(role, repeated, received, said);
      const thing =
        existing(role, received, addressed) ?? (role.creates ? create(role, draft, said) : undefined);
      if (!thing) return undefined;
      setGoing(role, thing, received);
      if (token !== undefined) store.remember(thing, token);
      return started(role, thing, received, said);
    },
    cancel(things) {
      for (const { life } of things)
        if (life) turnTo(life, attainable("canceled", possibleOf(life)), clock.now());
    },
    answer(role, said, things) {
      for (const { life } of things) {
        if (life) answerWaiting(life, answeredState(role, said), possibleOf(life), clock.now());
      }
    },
    update(things, said) {
      for (const thing of things) {
        Object.assign(thing.said, keptOf(said, secrets));
        thing.changedAt = clock.now();
      }
    },
  };

  function setsGoing({ safe, cancels, answers, links }: Role): boolean {
    if (safe || cancels || answers.length > 0) return false;
    return links.some(({ target }) => model.operations.get(target.id)?.status);
  }

  /** The thing that a start is for, if it is for one that is there. */
  function existing(role: Role, received: Received, addressed: Addressed): Thing | undefined {
    const own = addressed.subjects.find(
      (thing) => role.kind !== undefined && model.operations.get(thing.start)?.kind === role.kind,
    );
    if (own && role.shows.some(({ family }) => own.ids[family] !== undefined)) return own;
    // What the document shows is there, and now something comes of it.
    const shown = addressed.shown.find(({ family }) => role.shows.some((one) => one.family === family));
    if (shown) return store.byId(shown.id) ?? add(role, { [shown.family]: shown.id }, {});
    if (role.creates) return undefined;
    for (const { family, id } of requestedIds(role, evaluatedOf(received))) {
      const found = store.byId(id);
      if (found) return found;
      if (shows(family, id)) return add(role, { [family]: id }, {});
    }
    return undefined;
  }

  function requestedIds(role: Role, over: Evaluated): { family: string; id: string }[] {
    return role.links.flatMap(({ bound, target }) =>
      bound.flatMap(({ name, expression }) => {
        const family = model.families.get(plainName(name));
        if (family === undefined || expression.from !== "request" || !model.operations.get(target.id)?.status)
          return [];
        const id = evaluate(expression, over);
        return typeof id === "string" || typeof id === "number" ? [{ family, id: String(id) }] : [];
      }),
    );
  }

  function create(role: Role, draft: Draft, said: readonly Said[]): Thing {
    const ids: Record<string, string> = {};
    for (const { family, steps, header } of role.shows) {
      const sample = steps ? valueAtSteps(draft.value, steps) : draft.headers[header ?? ""];
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
