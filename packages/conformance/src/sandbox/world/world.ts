import type { Document } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";
import { createAnswers } from "./answers.ts";
import type { Call } from "./call.ts";
import { createChooser } from "./choose-answer.ts";
import { createDeeds } from "./deeds.ts";
import { createDeletions } from "./deletions.ts";
import type { Ending, Pace } from "./ending.ts";
import { createExecutions, type Execution } from "./executions.ts";
import { findThings, notFound } from "./find-thing.ts";
import { stateOf } from "./life.ts";
import { createLists } from "./lists.ts";
import { createLives } from "./lives.ts";
import { readModel } from "./model.ts";
import { createNamedThings } from "./named-things.ts";
import { saidOfNobody } from "./nobodys-id.ts";
import { createPlainLists } from "./plain-lists.ts";
import { pathArgument } from "./request-path.ts";
import { readSaid, secretNames } from "./said.ts";
import { createStarts } from "./starts.ts";
import { createStore } from "./store.ts";
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
  const deletions = createDeletions(store, answers);
  const chooseAnswer = createChooser({ lists, plainLists, answers, deletions, clock });
  const shows = (family: string, id: string) =>
    !store.isGone(id) &&
    (model.documentedIds.get(family)?.has(id) === true || lists.shown(family, id) !== undefined);
  const lives = createLives(store, clock, pace);
  const deeds = createDeeds({ model, views, clock, secrets });
  const starts = createStarts({ model, store, views, clock, pace, shows, secrets });
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
      return perform({ role, received, said, addressed }) ?? role.draft;
    },
    executions: executions.list,
    steer: executions.steer,
    snapshot: () => store.snapshot(),
    restore: (snapshot) => store.restore(snapshot),
  };

  /** Does what a call asks for, one thing after the other; the first that has an answer is the last. */
  function perform(call: Call): Draft | readonly Violation[] | undefined {
    const { role, said } = call;
    lives.passTime(call);
    if (asksInVain(call)) return [notFound(pathArgument(said))];
    const ended = named.act(role, said) ?? deletions.delete(call);
    if (ended) return ended;
    deeds.cancel(call);
    deeds.answer(call);
    const started = starts.start(call);
    if (started) return started;
    deeds.update(call);
    lives.poll(call);
    return chooseAnswer(call);
  }
}

/** Whether a call is about what a person is asked, and nobody is asked any more. */
function asksInVain({ role, addressed: { subjects } }: Call): boolean {
  return role.asks && role.knowsNotFound && subjects.some(({ life }) => life && stateOf(life) !== "waiting");
}
