import { isObject, type Json } from "../../document/json.ts";
import type { Draft } from "../draft.ts";
import { isExample } from "./examples.ts";
import type { Addressed } from "./find-thing.ts";
import { journalEntries, journalLines, journalPlace } from "./journal-entries.ts";
import type { Lists } from "./lists.ts";
import type { Model } from "./model.ts";
import { partWithId } from "./parts.ts";
import { FRAME } from "./pictures.ts";
import { copyWith, putAt, removeAt, valueAtSteps } from "./place.ts";
import type { Role } from "./role.ts";
import type { Said } from "./said.ts";
import { renamedPaths } from "./start-says.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/** What operations answer that are no start. */
export interface Answers {
  /** What the document shows; what was asked for beyond its examples is told again. */
  documented(role: Role, said: readonly Said[], addressed: Addressed): Draft | undefined;
  /** What is known of a thing. */
  of(role: Role, thing: Thing, said: readonly Said[]): Draft | undefined;
  /** What is answered of an execution that can no longer be asked for. */
  expired(role: Role, thing: Thing): Draft | undefined;
}

export function createAnswers(model: Model, views: Views, lists: Lists): Answers {
  return {
    documented(role, said, { shown, unknown }) {
      const { draft } = role;
      if (draft?.value === undefined) return draft;
      const others = said.filter(
        ({ place, plain, value }) => place !== "header" && !isExample(role, plain, value),
      );
      if (others.length === 0 || typeof draft.value !== "object") {
        return { ...draft, value: copyWith(draft.value, []) };
      }
      const listed = shown.map(({ family, id }) => ({ family, id, item: lists.shown(family, id) }));
      const free = unknown.map(({ plain, value }) => ({
        family: model.families.get(plain),
        id: String(value),
      }));
      const ids = [...listed.filter(({ item }) => item), ...free];
      const asked = argumentsOf(others);
      return {
        ...draft,
        value: views.show(role, {
          id: (family) => ids.find((one) => one.family === family)?.id,
          said: [asked, ...listed.flatMap(({ item }) => (item ? [item] : []))],
          renamed: renamedPaths(role, asked),
        }),
      };
    },
    of(role, thing, said) {
      const { draft } = role;
      if (draft?.value === undefined) return draft;
      if (typeof draft.value !== "object") {
        const isLog = thing.life && role.safe && draft.media?.type.startsWith("text/");
        return isLog && thing.life ? { ...draft, value: journalLines(thing.life) } : draft;
      }
      const place = thing.life && !role.status ? journalPlace(draft.value) : undefined;
      const told = argumentsOf(
        said.filter(({ place, plain }) => place !== "header" && !model.families.has(plain)),
      );
      const value = listed(role, views.tell(role, thing, told, undefined, partIn(thing, said)), thing);
      if (!place || !thing.life) return { ...draft, value };
      const samples = valueAtSteps(draft.value, place) as Json[];
      return { ...draft, value: putAt(value, place, journalEntries(samples, thing.life)) };
    },
    expired(role, thing) {
      const { draft, status, media } = role;
      if (!draft || !status || !media) return draft;
      const shown = role.samples.find(({ name }) => name === "expired");
      if (shown) return { ...draft, value: copyWith(shown.value, []) };
      const value = views.tell(role, thing, {});
      removeAt(value, status.steps);
      return { ...draft, value };
    },
  };

  /** Where each item of a list has a status, and the list has no pages, the thing is its one item. */
  function listed(role: Role, value: Json, thing: Thing): Json {
    const list = role.status?.list;
    if (!list || !isObject(role.draft?.value)) return value;
    return putAt(views.show(role, { id: () => undefined, said: [] }, FRAME), list, [
      views.tell(role, thing, {}, list),
    ]);
  }
}

/** The part whose id is said. */
function partIn(thing: Thing, said: readonly Said[]): number | undefined {
  for (const { value } of thing.each ? said : []) {
    const part = partWithId(thing, String(value));
    if (part !== undefined) return part;
  }
  return undefined;
}

function argumentsOf(said: readonly Said[]): Record<string, Json> {
  return Object.fromEntries(said.map(({ plain, value }) => [plain, value]));
}
