import { findMarked } from "../../document/find-marked.ts";
import { isObject, type Json } from "../../document/json.ts";
import type { State } from "./life.ts";
import type { Easel, Picture, Slot } from "./picture.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import { membersOf, schemaAt, sharedSchema } from "./schema-at.ts";
import type { Subject } from "./subject.ts";

/** The object that tells of the thing: the one with its id. */
export function holderOf(sample: Json, subject: Subject): readonly string[] {
  const [shown] = subject.shows.filter(({ family }) => family === subject.family);
  if (shown?.steps) return shown.steps.slice(0, -1);
  if (!isObject(sample)) return [];
  const isId = (name: string) =>
    plainName(name) === "id" || (subject.family !== undefined && plainName(name) === subject.family);
  if (Object.keys(sample).some(isId)) return [];
  const below = Object.entries(sample).find(([, value]) => isObject(value) && Object.keys(value).some(isId));
  if (below) return [below[0]];
  // An envelope: one object beside what is said of the request.
  const objects = Object.entries(sample).filter(([, value]) => isObject(value));
  return objects.length === 1 && objects[0] ? [objects[0][0]] : [];
}

/** Where ids of the thing stand. */
export function idsIn(
  { families, documentedIds }: Easel,
  subject: Subject,
  sample: Json,
  holder: readonly string[],
): Omit<Picture["ids"][number], "spread">[] {
  const found = new Map<string, Omit<Picture["ids"][number], "spread">>();
  const add = (steps: readonly string[], family: string, sure = true) => {
    const value = valueAtSteps(sample, steps);
    if (typeof value !== "string" && typeof value !== "number") return;
    if (!found.has(steps.join("/"))) found.set(steps.join("/"), { steps, family, sample: value, sure });
  };
  for (const { steps, family } of subject.shows) if (steps) add(steps, family);
  const levels = [holder, ...holder.map((_, index) => holder.slice(0, index))];
  for (const level of levels) {
    for (const [name] of membersAt(sample, level)) {
      const family = families.get(plainName(name));
      if (family !== undefined) add([...level, name], family, family === subject.family);
    }
  }
  const own = subject.family;
  const id = membersAt(sample, holder).find(([name]) => plainName(name) === "id");
  if (id === undefined || own === undefined) return [...found.values()];
  const isDocumented = documentedIds.get(own)?.has(String(id[1])) ?? false;
  if (subject.itself || isDocumented) add([...holder, id[0]], own);
  return [...found.values()];
}

function membersAt(sample: Json, steps: readonly string[]): [string, Json][] {
  const object = valueAtSteps(sample, steps);
  return isObject(object) ? Object.entries(object) : [];
}

/** Where its progress stands, and within which bounds. */
export function progressIn(
  { root }: Easel,
  { schema, samples }: Subject,
  sample: Json,
): Pick<Picture, "progress"> {
  const [place] = schema === undefined ? [] : findMarked(root, schema, "x-lro-progress");
  if (!place || place.steps.includes("*")) return {};
  const shown = samples.some(({ value }) => valueAtSteps(value, place.steps) !== undefined);
  if (!shown || !isObject(valueAtSteps(sample, place.steps.slice(0, -1)))) return {};
  const low = Number(findMarked(root, place.schema, "minimum")[0]?.mark ?? 0);
  const high = Number(findMarked(root, place.schema, "maximum")[0]?.mark ?? 100);
  return { progress: { steps: place.steps, low: Math.max(0, low), high: Math.min(100, high) } };
}

/** Where what was asked for may be told again. */
export function slotsIn(
  { root, families }: Easel,
  subject: Subject,
  sample: Json,
  holder: readonly string[],
  state: State | undefined,
): Pick<Picture, "slots" | "shared"> {
  const slots = new Map<string, Slot>();
  const shared: Picture["shared"][number][] = [];
  const { schema } = subject;
  const isFixed = fixedIn(root, subject, state);
  const isOwnId = (plain: string) => subject.family !== undefined && families.get(plain) === subject.family;
  // The innermost first: there the thing itself is told of.
  for (let depth = holder.length; depth >= 0; depth -= 1) {
    const level = holder.slice(0, depth);
    const at = schemaAt(root, schema, level);
    for (const [name, member] of at === undefined ? [] : membersOf(root, at)) {
      const steps = [...level, name];
      const plain = plainName(name);
      if (isFixed(steps) || isOwnId(plain)) continue;
      const slot = { steps, holder: level, schema: member, own: depth === holder.length };
      if (!slots.has(plain)) slots.set(plain, slot);
      share(plain, slot);
    }
  }
  return { slots, shared };

  /** A member of the thing itself that the sample shows, and whose schema is one that others refer to as well. */
  function share(plain: string, slot: Slot): void {
    if (!slot.own || !subject.itself || valueAtSteps(sample, slot.steps) === undefined) return;
    const referred = sharedSchema(root, slot.schema);
    const isKnown = shared.some((one) => one.referred === referred && one.plain === plain);
    if (referred !== undefined && !isKnown) shared.push({ referred, plain, slot });
  }
}

/** Tells what is never said again: the status, what an execution came to so far, and what is the same for all. */
function fixedIn(
  root: Easel["root"],
  { schema, status, fixed }: Subject,
  state: State | undefined,
): (steps: readonly string[]) => boolean {
  const early = state !== undefined && state !== "succeeded" ? ["x-lro-result"] : [];
  const marked = ["x-lro-error", "x-lro-progress", ...early].flatMap((keyword) =>
    schema === undefined ? [] : findMarked(root, schema, keyword).map(({ steps }) => steps.join("/")),
  );
  return (steps) =>
    steps.join("/") === status?.steps.join("/") ||
    marked.includes(steps.join("/")) ||
    fixed.includes(plainName(steps.at(-1) ?? ""));
}
