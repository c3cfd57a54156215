import type { Document } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";
import { createAnswers } from "./answers.ts";
import { createDeeds } from "./deeds.ts";
import type { Ending, Pace } from "./ending.ts";
import { createExecutions, type Execution } from "./executions.ts";
import { type Addressed, findThings, notFound } from "./find-thing.ts";
import { isOver, passTime, stateOf, stepOn } from "./life.ts";
import { createLists } from "./lists.ts";
import { readModel } from "./model.ts";
import { createNamedThings } from "./named-things.ts";
import { saidOfNobody } from "./nobodys-id.ts";
import { createPlainLists } from "./plain-lists.ts";
import { pathArgument, pathOf } from "./request-path.ts";
import type { Paging, Role } from "./role.ts";
import { readSaid, type Said, secretNames } from "./said.ts";
import { createStore } from "./store.ts";
import { idOf, type Thing } from "./thing.ts";
import { createViews } from "./views.ts";

export type { Ending, Pace } from "./ending.ts";
export type { Execution } from "./executions.ts";

/** What the service holds: the executions and whatever else was created, as the document's links tell them apart. */
export interface World {
  /** Does what is asked. Answers with a draft, or with what cannot be. */
  act(received: Received): Draft | readonly Violation[];
  /** The newest first. */
  executions(): readonly Execution[];
  /** Bends how an execution goes. Whether there is one of that id. */
  steer(id: string, ending: Ending): boolean;
  /** What it takes to go on from here. */
  snapshot(): Json;
  restore(snapshot: Json): void;
}

export interface WorldOptions {
  readonly document: Document;
  readonly clock: Clock;
  readonly random: Random;
  /** How executions advance. */
  readonly pace: Pace;
}

/**
 * Creates the world of one document: what its operations create, and what becomes of it.
 *
 * @example
 * const world = createWorld({ document, clock, random: createRandom(1), pace: { by: "polls" } });
 * const draft = world.act({ document, operation, request, arguments: given, preference: {} });
 */
export function createWorld({ document, clock, random, pace }: WorldOptions): World {
  const model = readModel(document);
  const store = createStore();
  const views = createViews(document, model, store, random);
  const secrets = secretNames(document);
  const named = createNamedThings({ document, model, store, views, clock, secrets }, () => answers);
  const lists = createLists(model, store, views, named);
  const plainLists = createPlainLists(model, store, views);
  const answers = createAnswers(model, views, lists);
  const shows = (family: string, id: string) =>
    !store.isGone(id) &&
    (model.documentedIds.get(family)?.has(id) === true || lists.shown(family, id) !== undefined);
  const deeds = createDeeds({ model, store, views, clock, pace, shows, secrets });

  const executions = createExecutions({ model, store, views, clock, pace });

  return {
    act(received) {
      const role = model.operations.get(received.operation.id);
      if (!role?.draft) return [];
      if (role.session) return role.draft;
      const said = readSaid(received.arguments);
      const addressed = findThings(model, store, shows, role, said);
      const [missing = role.safe ? saidOfNobody(document, role.operation, said) : undefined] =
        addressed.unknown;
      if (missing && role.knowsNotFound && !role.paging) return [notFound(missing)];
      return actOn(role, received, said, addressed) ?? role.draft;
    },
    executions: executions.list,
    steer: executions.steer,
    snapshot: () => store.snapshot(),
    restore: (snapshot) => store.restore(snapshot),
  };

  function actOn(
    role: Role,
    received: Received,
    said: readonly Said[],
    addressed: Addressed,
  ): Draft | readonly Violation[] | undefined {
    const { things, subjects } = addressed;
    const now = clock.now();
    // A list is of all there are.
    const listed = pace.by === "time" && role.safe && things.length === 0 ? store.list() : things;
    for (const { life } of listed) if (life) passTime(life, pace, now);
    if (role.asks && role.knowsNotFound && subjects.some(({ life }) => life && stateOf(life) !== "waiting")) {
      return [notFound(pathArgument(said))];
    }
    const told = named.act(role, said);
    if (told) return told;
    if (role.deletes) return remove(role, received, said, addressed);
    if (role.cancels) deeds.cancel(subjects.length > 0 ? subjects : things);
    if (role.answers.length > 0) deeds.answer(role, said, things);
    const started = deeds.start(role, received, said, addressed);
    if (started) return started;
    if (role.updates) deeds.update(things, said);
    const isPoll = role.status !== undefined && role.safe;
    for (const { life } of isPoll && pace.by === "polls" ? subjects : []) if (life) stepOn(life, now);
    if (hasPages(role)) {
      const page = lists.answer(role, role.draft as Draft, said, addressed);
      return "mistake" in page ? [page] : page;
    }
    const path = pathOf(received);
    if (path !== undefined && store.isGone(path)) {
      if (role.safe && role.knowsNotFound) return [notFound(pathArgument(said))];
      if (!role.safe) store.revive(path);
    }
    const [thing] = subjects.length > 0 ? subjects : things;
    if (!thing) return plainLists.answer(role, said, answers.documented(role, said, addressed));
    if (isExpired(role, thing, now)) return answers.expired(role, thing);
    return answers.of(role, thing, said);
  }

  /** What is deleted is unknown from now on, by its id or, where it has none that is known, by its path. */
  function remove(
    role: Role,
    received: Received,
    said: readonly Said[],
    addressed: Addressed,
  ): Draft | readonly Violation[] | undefined {
    const { things, shown } = addressed;
    const path = pathOf(received);
    if (path !== undefined && store.isGone(path) && role.knowsNotFound) return [notFound(pathArgument(said))];
    for (const thing of things) store.forget(idOf(thing));
    for (const { id } of shown) store.forget(id);
    if (path !== undefined && things.length === 0 && shown.length === 0) store.forget(path);
    return answers.documented(role, said, addressed);
  }

  function isExpired({ status, safe }: Role, { life }: Thing, now: number): boolean {
    if (!life || status?.expires === undefined || !safe) return false;
    if (stateOf(life) === "expired") return true;
    return isOver(life) && now - (life.since.at(-1) ?? now) > status.expires;
  }
}

function hasPages(role: Role): role is Role & { readonly paging: Paging } {
  return role.paging !== undefined;
}
