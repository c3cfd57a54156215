import { createRequire } from "node:module";
import type { sample as Sample } from "openapi-sampler";
import type { Json, JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";
import type { Direction } from "./directed.ts";
import { mendSample } from "./mend-sample.ts";

// Loaded by whom the document shows too little: it brings an XML writer along, and takes 6 MB.
const load = createRequire(import.meta.url);

/** How deep samples go: the last is what the sampler does by itself. */
const DEPTHS = [5, 7, 10, 15];

/** In characters of JSON. Schemas that all refer to each other make samples of 40 MB, which show no more and take minutes. */
const LARGE = 200_000;

const depths = new WeakMap<JsonObject, Map<string, number>>();

/**
 * A value that a schema admits, made from its examples, defaults, enums and types; of what would become large, the deepest
 * is left out.
 *
 * @param direction where the value goes: what belongs to the other one is left out
 */
export function sampleSchema(root: JsonObject, schema: Pointer, direction: Direction = "answer"): Json {
  const known = depths.get(root) ?? new Map<string, number>();
  depths.set(root, known);
  const name = `${direction} ${schema}`;
  const to = (depth: number) => sampleTo(depth, root, schema, direction);
  const depth = known.get(name) ?? deepest(to);
  known.set(name, depth);
  return to(depth);
}

/** The greatest depth of which the sample is not large. */
function deepest(sampleAt: (depth: number) => Json): number {
  const [first = 1, ...others] = DEPTHS;
  let deep = first;
  for (const depth of others) {
    if ((JSON.stringify(sampleAt(depth)) ?? "").length > LARGE) break;
    deep = depth;
  }
  return deep;
}

function sampleTo(maxSampleDepth: number, root: JsonObject, schema: Pointer, direction: Direction): Json {
  const { sample } = load("openapi-sampler") as { sample: typeof Sample };
  // It warns even where it was asked to be quiet, and names no place; whether the sample fits is seen when it is judged.
  const { warn } = console;
  console.warn = () => undefined;
  try {
    const foreign = direction === "answer" ? { skipWriteOnly: true } : { skipReadOnly: true };
    const options = { quiet: true, maxSampleDepth, ...foreign };
    const said = valueAt(root, schema);
    return mendSample(root, said, sample(said as object, options, root) as Json);
  } finally {
    console.warn = warn;
  }
}
