import { sample } from "openapi-sampler";
import type { Json, JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";

/** A value that a schema admits, made from its examples, defaults, enums and types. */
export function sampleSchema(root: JsonObject, schema: Pointer): Json {
  return sample(valueAt(root, schema) as object, { quiet: true }, root) as Json;
}
