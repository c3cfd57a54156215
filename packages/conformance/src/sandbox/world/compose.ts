import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import type { Picture, Slot } from "./picture.ts";
import { copyWith, putAt, valueAtSteps } from "./place.ts";
import type { Dates } from "./time-stamps.ts";

/** What an answer is to tell. */
export interface Told {
  /** The id of each family; where it is `sure` that there is one, it is made if need be. */
  id(family: string, sample: Json, sure: boolean): string | undefined;
  /** Arguments that are told again, by plain name; the first that has a name wins. */
  readonly said: readonly Readonly<Record<string, Json>>[];
  /** What was said in the start's body, by what its schema refers to. */
  readonly shared: ReadonlyMap<string, string>;
  readonly dates?: Dates;
  /** In percent. */
  readonly progress?: number;
  /** Other ids that stand in texts of the sample, and what they are now. */
  readonly renamed?: readonly (readonly [string, string])[];
}

/** A documented answer that tells of one thing. */
export function composeAnswer(
  picture: Picture,
  told: Told,
  fits: (schema: Pointer, value: Json) => boolean,
): Json {
  const body = echo(identify(picture, told), picture, told, fits);
  return advance(told.dates ? date(body, picture, told.dates) : body, picture, told.progress);
}

/** A copy of the sample with the ids of the thing. */
function identify(picture: Picture, told: Told): Json {
  const ids: { readonly steps: readonly string[]; readonly id: string | number }[] = [];
  const renamed: (readonly [string, string])[] = [];
  for (const { steps, family, sample, sure, spread } of picture.ids) {
    const id = told.id(family, sample, sure);
    if (id === undefined) continue;
    ids.push({ steps, id: typeof sample === "number" ? Number(id) : id });
    if (spread) renamed.push([String(sample), id]);
  }
  for (const rename of told.renamed ?? []) if (picture.mentions(rename[0])) renamed.push(rename);
  let body = copyWith(picture.sample, renamed);
  for (const { steps, id } of ids) body = putAt(body, steps, id);
  return body;
}

/** Where the sample's time stamps still stand, those of the thing. */
function date(told: Json, { stamps }: Picture, dates: Dates): Json {
  let body = told;
  for (const { steps, sample, write } of stamps) {
    if (valueAtSteps(body, steps) === sample) body = putAt(body, steps, write(dates));
  }
  return body;
}

function advance(body: Json, { progress }: Picture, percent: number | undefined): Json {
  if (!progress || percent === undefined) return body;
  const { steps, low, high } = progress;
  return putAt(body, steps, Math.round(low + ((high - low) * percent) / 100));
}

/** What was asked for is told again, where the answer has a place for it. */
function echo(
  body: Json,
  picture: Picture,
  told: Told,
  fits: (schema: Pointer, value: Json) => boolean,
): Json {
  let told_ = body;
  const done = new Set<Slot>();
  const tell = (slot: Slot | undefined, value: Json) => {
    if (!slot || done.has(slot)) return;
    if (!slot.own && valueAtSteps(told_, slot.steps) === undefined) return;
    if (!isObject(valueAtSteps(told_, slot.holder))) return;
    const fitting = fittingForm(value, (form) => fits(slot.schema, form));
    if (fitting === undefined) return;
    done.add(slot);
    // A copy: what is written into the answer is not written into what was said.
    told_ = putAt(told_, slot.steps, copyWith(fitting, []));
  };
  for (const said of told.said) {
    for (const name of Object.keys(said)) tell(picture.slots.get(name), said[name] as Json);
  }
  for (const { referred, plain, slot } of told.shared.size > 0 ? picture.shared : []) {
    const name = told.shared.get(referred);
    // `parameters` are told again as `inputParameters` and as `outputParameters`, but not as whatever is of their kind.
    if (name === undefined || !plain.endsWith(name)) continue;
    const value = told.said.find((said) => said[name] !== undefined)?.[name];
    if (value !== undefined) tell(slot, value);
  }
  return told_;
}

/** A value, or else the same as JSON in a text or read from one. */
function fittingForm(value: Json, fits: (form: Json) => boolean): Json | undefined {
  if (fits(value)) return value;
  const other = otherForm(value);
  return other !== undefined && fits(other) ? other : undefined;
}

function otherForm(value: Json): Json | undefined {
  if (isObject(value) || Array.isArray(value)) return JSON.stringify(value);
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as JsonObject;
  } catch {
    return undefined;
  }
}
