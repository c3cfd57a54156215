import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { adaptSample } from "./adapt-sample.ts";
import { chooseSample, firstSample, NEXT_BEST } from "./choose-sample.ts";
import type { State } from "./life.ts";
import { holderOf, idsIn, progressIn, slotsIn } from "./picture-places.ts";
import { copyWith, putAt } from "./place.ts";
import type { Subject } from "./subject.ts";
import { type TimeStamp, timeStampsIn } from "./time-stamps.ts";

/** How a documented answer looks in one state, and where in it what may be told differently. Made once. */
export interface Picture {
  readonly sample: Json;
  readonly stamps: readonly TimeStamp[];
  /** Where ids stand; the sample's own one at each place. */
  readonly ids: readonly {
    readonly steps: readonly string[];
    readonly family: string;
    readonly sample: Json;
    /** Whether there is one in any case; else it is told only if the thing has one. */
    readonly sure: boolean;
  }[];
  readonly progress?: { readonly steps: readonly string[]; readonly low: number; readonly high: number };
  /** Where an argument may be told again, by plain name. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** The same by what the schema refers to. */
  readonly shared: ReadonlyMap<string, Slot>;
}

export interface Slot {
  readonly steps: readonly string[];
  readonly schema: Pointer;
  /** Whether it is told even where the sample does not show it. */
  readonly own: boolean;
}

/** What pictures are drawn from. */
export interface Easel {
  readonly root: JsonObject;
  readonly families: ReadonlyMap<string, string>;
  /** The ids that the document shows, by family. */
  readonly documentedIds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a schema admits a value. */
  fits(schema: Pointer, value: Json): boolean;
}

/** Draws the answer in a state, or without one where it has no status. */
export function drawPicture(easel: Easel, subject: Subject, state?: State, wanted?: Json): Picture {
  const { root } = easel;
  const { status } = subject;
  const told = state && NEXT_BEST[state].find((one) => (status?.values[one] ?? []).length > 0);
  const chosen = told && status ? chooseSample(subject, status, told, wanted) : firstSample(root, subject);
  let sample = copyWith(chosen.value, []);
  if (told && status) {
    sample = putAt(sample, status.steps, chosen.status ?? null);
    sample = adaptSample(easel, subject, sample, told, chosen.own);
  }
  const holder = told && status ? status.steps.slice(0, -1) : holderOf(sample, subject);
  return {
    sample,
    stamps: timeStampsIn(sample),
    ids: idsIn(easel, subject, sample, holder),
    ...progressIn(easel, subject, sample),
    ...slotsIn(easel, subject, sample, holder, told),
  };
}
