import { idName } from "./named-keys.ts";
import type { NamedKind } from "./named-kinds.ts";
import type { Said } from "./said.ts";

/** What something that is created goes by. */
export interface Naming {
  /** As it is stored, by its kind and key. */
  readonly ids: Record<string, string>;
  /** What was made for it, by the plain name that it is told again under. */
  readonly made: Readonly<Record<string, string>>;
  /** Ids that the sample shows, and what stands there for it. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/**
 * Names what is created: as the caller says, or with ids that are made.
 *
 * @param newId makes one in the shape of a sample
 */
export function nameThing(
  { noun, keys, sampleId }: NamedKind,
  said: readonly Said[],
  newId: (sample: string) => string,
): Naming {
  const ids: Record<string, string> = {};
  const made: Record<string, string> = {};
  const renamed: [string, string][] = [];
  for (const [key, source] of keys) {
    if (source.from === "request") {
      const given = said.find(({ plain, place }) => plain === key && place !== "header")?.value;
      if (typeof given === "string") ids[`${noun} ${key}`] = storedName({ noun }, key, given);
      continue;
    }
    const id = newId(source.sample);
    ids[`${noun} ${key}`] = storedName({ noun }, key, id);
    Object.assign(made, { [key]: id }, key === idName(noun) && { id });
    renamed.push([source.sample, id]);
  }
  if (sampleId !== undefined && !keys.has(idName(noun))) renamed.push([sampleId, newId(sampleId)]);
  return { ids, made, renamed };
}

/** Kinds may share names: what a thing goes by is told apart by its kind. */
export function storedName({ noun }: Pick<NamedKind, "noun">, key: string, value: string): string {
  return `${noun} ${key} ${value}`;
}
