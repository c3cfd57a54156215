import type { Document } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { Random } from "../random.ts";
import { composeAnswer, type Told } from "./compose.ts";
import { factOf } from "./fact.ts";
import { createFits } from "./fits.ts";
import { createIds } from "./ids.ts";
import { progressOf, type State, stateOf } from "./life.ts";
import type { Model } from "./model.ts";
import { partSaid } from "./parts.ts";
import type { Easel, Picture } from "./picture.ts";
import { createPictures } from "./pictures.ts";
import type { Role } from "./role.ts";
import { renamedPaths, sharedArguments, valueIn } from "./start-says.ts";
import { createStates } from "./states.ts";
import type { Store } from "./store.ts";
import type { Thing } from "./thing.ts";

/** What operations tell of things. */
export interface Views {
  readonly easel: Easel;
  /** What an operation's answer, or an item of it, tells of a thing, or of one part of it. */
  tell(
    role: Role,
    thing: Thing,
    said: Readonly<Record<string, Json>>,
    list?: readonly string[],
    part?: number,
  ): Json;
  /** What a member of that would say, if it is known without composing it (`factOf`). */
  fact(
    role: Role,
    thing: Thing,
    plain: string,
    list: readonly string[],
    part?: number,
  ): ReturnType<typeof factOf>;
  /** The same of no thing that was created: what the document shows, with what was asked for told again. */
  show(role: Role, told: Pick<Told, "id" | "said" | "renamed">, list?: readonly string[]): Json;
  /** The states that what an operation starts can be seen in; none if it starts nothing. */
  possible(role: Role): ReadonlySet<State>;
  /** Where else in an answer ids of the thing stand: they are made as soon as it is told of. */
  newId(sample: string): string;
}

export function createViews(document: Document, model: Model, store: Store, random: Random): Views {
  const { root } = document;
  const easel: Easel = {
    root,
    families: model.families,
    documentedIds: model.documentedIds,
    fits: createFits(document),
  };
  const pictureOf = createPictures(easel);
  const shared = new Map<Role, ReadonlyMap<string, string>>();

  const states = createStates(model);
  const ids = createIds(store, random);

  return { easel, tell, fact, show, possible: states.possible, newId: ids.make };

  function tell(
    role: Role,
    thing: Thing,
    said: Readonly<Record<string, Json>>,
    list?: readonly string[],
    part?: number,
  ): Json {
    const { picture, told } = tellingOf(role, thing, said, list, part);
    return composeAnswer(picture, told(), easel.fits);
  }

  function fact(role: Role, thing: Thing, plain: string, list: readonly string[], part?: number) {
    const { picture, told } = tellingOf(role, thing, {}, list, part);
    return factOf(picture, told, plain, easel.fits);
  }

  function tellingOf(
    role: Role,
    thing: Thing,
    said: Readonly<Record<string, Json>>,
    list: readonly string[] | undefined,
    part: number | undefined,
  ): { readonly picture: Picture; readonly told: () => Told } {
    const state = thing.life && role.status ? stateOf(thing.life) : undefined;
    const start = model.operations.get(thing.life?.start ?? thing.start);
    const wanted = state && start && valueIn(start, role, state);
    const since = thing.life?.since ?? [];
    return {
      picture: pictureOf({ role, family: familyOf(role, thing), state, wanted, list }),
      told: () => ({
        id: (family, sample, sure) => ids.of(thing, family, sample, sure, part),
        said: [
          said,
          ...(part === undefined ? [] : [partSaid(thing, part)]),
          thing.said,
          states.said(role, thing),
        ],
        shared: sharedBy(model.operations.get(thing.start)),
        dates: {
          started: thing.createdAt,
          changed: Math.max(thing.changedAt, since.at(-1) ?? thing.changedAt),
        },
        ...(thing.life && { progress: progressOf(thing.life) }),
        renamed: [...renamedPaths(model.operations.get(thing.start), thing.said), ...(thing.renamed ?? [])],
      }),
    };
  }

  function show(
    role: Role,
    { id, said, renamed }: Pick<Told, "id" | "said" | "renamed">,
    list?: readonly string[],
  ): Json {
    const family = [...role.subjects]
      .map((name) => model.families.get(name))
      .find((one) => one !== undefined);
    const picture = pictureOf({ role, family, list });
    return composeAnswer(picture, { id, said, shared: new Map(), ...(renamed && { renamed }) }, easel.fits);
  }

  /** The family of the id by which an operation is asked for a thing; an id in its answer may be of another. */
  function familyOf(role: Role, thing: Thing): string | undefined {
    const [own] = Object.keys(thing.ids);
    const asked = [...role.subjects].flatMap((name) => model.families.get(name) ?? []);
    return asked.find((family) => family === own) ?? (role.creates ? own : asked[0]) ?? own;
  }

  function sharedBy(start: Role | undefined): ReadonlyMap<string, string> {
    if (!start) return new Map();
    const known = shared.get(start);
    if (known) return known;
    const found = sharedArguments(root, start);
    shared.set(start, found);
    return found;
  }
}
