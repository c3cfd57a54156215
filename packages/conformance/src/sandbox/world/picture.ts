import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { adaptSample } from "./adapt-sample.ts";
import { chooseSample, firstSample, NEXT_BEST } from "./choose-sample.ts";
import type { State } from "./life.ts";
import { holderOf, idsIn, progressIn, slotsIn } from "./picture-places.ts";
import { copyWith, putAt, textsIn } from "./place.ts";
import type { Subject } from "./subject.ts";
import { type Dates, momentOf, timeStampsIn, timeWriter } from "./time-stamps.ts";

/** How a documented answer looks in one state, and where in it what may be told differently. Made once. */
export interface Picture {
  readonly sample: Json;
  readonly stamps: readonly Stamp[];
  /** Where ids stand; the sample's own one at each place. */
  readonly ids: readonly {
    readonly steps: readonly string[];
    readonly family: string;
    readonly sample: Json;
    /** Whether there is one in any case; else it is told only if the thing has one. */
    readonly sure: boolean;
    /** Whether the sample's own one stands elsewhere too: in an address, or in the id of a part. */
    readonly spread: boolean;
  }[];
  /** Whether any text of the sample bears another. */
  mentions(text: string): boolean;
  readonly progress?: { readonly steps: readonly string[]; readonly low: number; readonly high: number };
  /** Where an argument may be told again, by plain name. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** The same by what the schema refers to. */
  readonly shared: readonly { readonly referred: string; readonly plain: string; readonly slot: Slot }[];
}

/** Where a time stamp stands, and what is written there. */
interface Stamp {
  readonly steps: readonly string[];
  readonly sample: string | number;
  readonly write: (dates: Dates) => string | number;
}

export interface Slot {
  readonly steps: readonly string[];
  /** Those to the object that it is a member of. */
  readonly holder: readonly string[];
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
  const ids = idsIn(easel, subject, sample, holder);
  const texts = textsIn(sample);
  return {
    sample,
    stamps: stampsIn(sample),
    ids: ids.map((one) => {
      const text = String(one.sample);
      const own = ids.filter(({ sample, family }) => sample === text && family === one.family).length;
      return { ...one, spread: texts.filter((other) => other.includes(text)).length > own };
    }),
    mentions: remembering((text) => texts.some((one) => one.includes(text))),
    ...progressIn(easel, subject, sample),
    ...slotsIn(easel, subject, sample, holder, told),
  };
}

function stampsIn(sample: Json): Stamp[] {
  const found = timeStampsIn(sample);
  return found.map((stamp) => {
    const { steps, sample: text } = stamp;
    const moment = momentOf(stamp, found);
    const write = timeWriter(text);
    return { steps, sample: text, write: (dates) => write(moment(dates)) };
  });
}

/** The same, and what was once asked is known. Only ids that the document shows are. */
function remembering(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}
