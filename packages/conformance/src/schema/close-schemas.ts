import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { valueAt } from "../document/pointer.ts";

// Each of these keywords holds schemas for another place of the instance: a place that can be closed.
const MAPS_OF_PLACES = ["properties", "patternProperties"];
const PLACES = ["items", "contains", "additionalProperties", "unevaluatedItems"];
// These hold schemas for the same place: closing one of them alone would refuse what its siblings describe.
const LISTS_OF_PARTS = ["allOf", "anyOf", "oneOf"];
const PARTS = ["not", "if", "then", "else"];

/**
 * A copy of a document in which every object schema admits the documented members only. Most documentation
 * declares no member required and closes no object, so that `{}` and any stranger would pass.
 *
 * Objects that document no member at all stay open, and so do those that say they are.
 */
export function closeSchemas(root: JsonObject): JsonObject {
  const closed = structuredClone(root);
  closeWithin(closed, false);
  return closed;

  function closeWithin(node: Json | undefined, isSchema: boolean): void {
    if (Array.isArray(node)) {
      for (const item of node) closeWithin(item, isSchema);
    } else if (isObject(node)) {
      if (isSchema) closeSchema(node);
      else closeMembers(node);
    }
  }

  /** Anything of OpenAPI that is no schema: look for the schemas in it. */
  function closeMembers(node: JsonObject): void {
    for (const [key, value] of Object.entries(node)) {
      if (key === "example" || key === "examples") continue;
      if (key === "schemas" && isObject(value))
        for (const schema of Object.values(value)) closeWithin(schema, true);
      else if (key === "schema") closePlace(value);
      else closeWithin(value, false);
    }
  }

  function closeSchema(schema: JsonObject): void {
    for (const key of MAPS_OF_PLACES)
      if (isObject(schema[key])) Object.values(schema[key]).forEach(closePlace);
    for (const key of PLACES) closePlace(schema[key]);
    for (const place of Array.isArray(schema.prefixItems) ? schema.prefixItems : []) closePlace(place);
    for (const key of [...LISTS_OF_PARTS, ...PARTS]) closeWithin(schema[key], true);
    if (isObject(schema.$defs)) for (const part of Object.values(schema.$defs)) closeWithin(part, true);
  }

  function closePlace(schema: Json | undefined): void {
    if (!isObject(schema)) return;
    closeSchema(schema);
    if (schema.unevaluatedProperties === undefined && documentsMembers(schema, new Set())) {
      schema.unevaluatedProperties = false;
    }
  }

  function documentsMembers(schema: Json | undefined, seen: Set<Json>): boolean {
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    if (isObject(schema.properties)) return true;
    if (typeof schema.$ref === "string" && documentsMembers(valueAt(closed, schema.$ref), seen)) return true;
    return LISTS_OF_PARTS.some((key) => {
      const parts = schema[key];
      return Array.isArray(parts) && parts.some((part) => documentsMembers(part, seen));
    });
  }
}
