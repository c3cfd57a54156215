import { createRequire } from "node:module";
import type { sample as Sample } from "openapi-sampler";
import type { Json, JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";
import type { Direction } from "./directed.ts";

// Loaded by whom the document shows too little: it brings an XML writer along, and takes 6 MB.
const load = createRequire(import.meta.url);

/**
 * A value that a schema admits, made from its examples, defaults, enums and types.
 *
 * @param direction where the value goes: what belongs to the other one is left out
 */
export function sampleSchema(root: JsonObject, schema: Pointer, direction: Direction = "answer"): Json {
  const { sample } = load("openapi-sampler") as { sample: typeof Sample };
  // It warns even where it was asked to be quiet, and names no place; whether the sample fits is seen when it is judged.
  const { warn } = console;
  console.warn = () => undefined;
  try {
    const foreign = direction === "answer" ? { skipWriteOnly: true } : { skipReadOnly: true };
    return sample(valueAt(root, schema) as object, { quiet: true, ...foreign }, root) as Json;
  } finally {
    console.warn = warn;
  }
}
