import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import type { Picture, Slot } from "./picture.ts";
import { copyWith, putAt, valueAtSteps } from "./place.ts";
import { type Dates, moveTimeStamp, writeTimeStamp } from "./time-stamps.ts";

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
  const ids = picture.ids.flatMap(({ steps, family, sample, sure }) => {
    const id = told.id(family, sample, sure);
    return id === undefined ? [] : [{ steps, sample, id }];
  });
  let body = copyWith(picture.sample, [
    ...ids.map(({ sample, id }) => [String(sample), id] as const),
    ...(told.renamed ?? []),
  ]);
  for (const { steps, sample, id } of ids)
    body = putAt(body, steps, typeof sample === "number" ? Number(id) : id);
  body = echo(body, picture, told, fits);
  if (told.dates) {
    for (const stamp of picture.stamps) {
      if (valueAtSteps(body, stamp.steps) !== stamp.sample) continue;
      body = putAt(
        body,
        stamp.steps,
        writeTimeStamp(stamp.sample, moveTimeStamp(stamp, picture.stamps, told.dates)),
      );
    }
  }
  if (picture.progress && told.progress !== undefined) {
    const { steps, low, high } = picture.progress;
    body = putAt(body, steps, Math.round(low + ((high - low) * told.progress) / 100));
  }
  return body;
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
    if (!isObject(valueAtSteps(told_, slot.steps.slice(0, -1)))) return;
    const fitting = fittingForm(value, (form) => fits(slot.schema, form));
    if (fitting === undefined) return;
    done.add(slot);
    told_ = putAt(told_, slot.steps, fitting);
  };
  for (const said of told.said) {
    for (const name of Object.keys(said)) tell(picture.slots.get(name), said[name] as Json);
  }
  for (const [key, slot] of picture.shared) {
    const name = told.shared.get(key.slice(0, key.lastIndexOf(" ")));
    // `parameters` are told again as `inputParameters` and as `outputParameters`, but not as whatever is of their kind.
    if (name === undefined || !key.endsWith(name)) continue;
    const value = name === undefined ? undefined : told.said.find((said) => said[name] !== undefined)?.[name];
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
