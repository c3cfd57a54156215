import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { documentedMembers } from "./documented-members.ts";

// Each of these keywords holds schemas for another place of the instance: a place that can be closed.
const MAPS_OF_PLACES = ["properties", "patternProperties"];
const PLACES = ["items", "contains", "additionalProperties", "unevaluatedItems"];
// These hold schemas for the same place: closing one of them alone would refuse what its siblings describe.
const LISTS_OF_PARTS = ["allOf", "anyOf", "oneOf"];
const PARTS = ["not", "if", "then", "else"];

/** The id under which the unclosed document is known to the closed one. */
export const OPEN = "open";

/**
 * A copy of a document in which every object schema admits the documented members only. Most documentation
 * declares no member required and closes no object, so that `{}` and any stranger would pass.
 *
 * Objects that document no member at all stay open, and so do those that say they are.
 */
export function closeSchemas(root: JsonObject): JsonObject {
  // Not structuredClone: what a YAML alias repeats would stay one object, closed in one place for all.
  const closed = JSON.parse(JSON.stringify(root)) as JsonObject;
  closeMembers(closed, "#");
  return closed;

  /** Anything of OpenAPI that is no schema: look for the schemas in it. */
  function closeMembers(node: Json, pointer: Pointer): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "example" || key === "examples") continue;
      const at = below(pointer, key);
      if (key === "schemas" && isObject(value)) closeEach(value, at, closeSchema);
      else if (key === "schema") closePlace(value, at);
      else closeMembers(value, at);
    }
  }

  function closeSchema(schema: Json | undefined, pointer: Pointer): void {
    if (!isObject(schema)) return;
    for (const key of MAPS_OF_PLACES) closeEach(schema[key], below(pointer, key), closePlace);
    for (const key of PLACES) closePlace(schema[key], below(pointer, key));
    closeEach(schema.prefixItems, below(pointer, "prefixItems"), closePlace);
    for (const key of [...LISTS_OF_PARTS, "$defs"]) closeEach(schema[key], below(pointer, key), closeSchema);
    for (const key of PARTS) closeSchema(schema[key], below(pointer, key));
  }

  function closePlace(schema: Json | undefined, pointer: Pointer): void {
    if (!isObject(schema)) return;
    closeSchema(schema, pointer);
    if (schema.unevaluatedProperties !== undefined || !documentsMembers(schema, new Set())) return;
    const members = documentedMembers(root, pointer);
    const isContested = [...members.values()].some(hasContest);
    if (isContested) Object.assign(clear(schema), joinParts(pointer, members));
    schema.unevaluatedProperties = false;
  }

  // Two parts of an `allOf` that describe one object-valued member: closed apart, each would refuse what only the
  // other describes. So the parts are taken as they were, and their members are closed together.
  function joinParts(pointer: Pointer, members: ReadonlyMap<string, readonly Pointer[]>): JsonObject {
    const properties = [...members].map(([name, places]): [string, Json] => {
      if (!hasContest(places)) return [name, { $ref: encodeURI(places[0] ?? pointer) }];
      return [name, { allOf: places.map(openReference), unevaluatedProperties: false }];
    });
    return { allOf: [openReference(pointer)], properties: Object.fromEntries(properties) };
  }

  function hasContest(places: readonly Pointer[]): boolean {
    return places.length > 1 && places.some((place) => documentsMembers(valueAt(root, place), new Set()));
  }

  function documentsMembers(schema: Json | undefined, seen: Set<Json>): boolean {
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    if (isObject(schema.properties)) return true;
    if (typeof schema.$ref === "string" && documentsMembers(valueAt(root, schema.$ref), seen)) return true;
    return LISTS_OF_PARTS.some((key) => {
      const parts = schema[key];
      return Array.isArray(parts) && parts.some((part) => documentsMembers(part, seen));
    });
  }
}

function closeEach(
  holder: Json | undefined,
  pointer: Pointer,
  close: (schema: Json, pointer: Pointer) => void,
): void {
  if (typeof holder !== "object" || holder === null) return;
  for (const [key, schema] of Object.entries(holder)) close(schema, below(pointer, key));
}

function openReference(pointer: Pointer): JsonObject {
  return { $ref: `${OPEN}${encodeURI(pointer)}` };
}

function clear(object: JsonObject): JsonObject {
  for (const key of Object.keys(object)) delete object[key];
  return object;
}
