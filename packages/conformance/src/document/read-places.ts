import { readFile } from "node:fs/promises";
import { type KeptJson, keptJson } from "../cache/kept-json.ts";
import { type Pointer, stepsOf } from "./pointer.ts";

/** Where a thing stands in a text, counted from 1, and what is in it, by its name or its index. */
export type Place = readonly [
  line: number,
  column: number,
  inside?: { readonly [step: string]: Place | undefined },
];

/** Finds the place of what a pointer leads to, or of the nearest thing above that the text holds. */
export type FindPlace = (pointer: Pointer) => { readonly line: number; readonly column: number } | undefined;

/**
 * Reads where the things of a document stand: what was told once of a text is not asked of YAML again, which takes
 * longer than all else.
 *
 * @throws TeachingError when the text is not YAML.
 */
export async function readPlaces(file: string, kept: KeptJson = keptJson("places")): Promise<FindPlace> {
  const text = await readFile(file, "utf8");
  const root = kept.read<Place>(text) ?? (await list(file, text, kept));
  return (pointer) => {
    let place = root;
    for (const step of stepsOf(pointer)) {
      const [, , inside = {}] = place;
      const next = Object.hasOwn(inside, step) ? inside[step] : undefined;
      if (next === undefined) break;
      place = next;
    }
    const [line, column] = place;
    return place === root ? undefined : { line, column };
  };
}

async function list(file: string, text: string, kept: KeptJson): Promise<Place> {
  const { listPlaces } = await import("./list-places.ts");
  const root = listPlaces(file, text);
  await kept.write(root, text);
  return root;
}
