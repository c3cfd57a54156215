import { documentedValues } from "./documented-values.ts";
import { findMarked, type MarkedPlace } from "./find-marked.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import type { Pointer } from "./pointer.ts";
import { ERROR_CODE } from "./vocabulary.ts";

/**
 * Where a schema has its error code: of several marked places, the one that documents this code; else the nearest
 * that documents any.
 */
export function errorCodePlace(
  root: JsonObject,
  schema: Pointer | undefined,
  code?: Json,
): MarkedPlace | undefined {
  const places = schema === undefined ? [] : findMarked(root, schema, ERROR_CODE);
  const valuesOf = (place: MarkedPlace) => documentedValues(root, place.schema).values;
  return (
    places.find((place) => valuesOf(place).some((value) => String(value) === String(code))) ??
    places.find((place) => valuesOf(place).length > 0) ??
    places[0]
  );
}

/** Whether a value can be an error code; what a service sends in the place of one may be anything. */
export function isErrorCode(value: Json): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** The codes that mean success, where a success carries a code at all. */
export function successCodes(mark: Json): Json[] | undefined {
  return isObject(mark) && Array.isArray(mark.success) ? mark.success : undefined;
}
